package org.certbench.ehealth.simulator.internal.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.authority.Person;
import org.certbench.authority.RevocationOffice.Reason;
import org.certbench.core.DistinguishedName;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.Identifier;
import org.certbench.ehealth.simulator.internal.state.Application;
import org.certbench.ehealth.simulator.internal.state.Authorisations;
import org.certbench.ehealth.simulator.internal.state.Authorisations.Organisation;
import org.certbench.ehealth.simulator.internal.state.Contracts;
import org.certbench.ehealth.simulator.internal.state.Registration;
import org.certbench.ehealth.simulator.internal.state.Registrations;
import org.certbench.ehealth.simulator.internal.state.WrittenContract;

/** Writes contracts, and recognises them when they come back signed. Not thread-safe. */
public final class ContractDesk {

	private static final List<String> LANGUAGES = List.of("fr", "nl");
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
	private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

	private final Contracts contracts;
	private final Authorisations authorisations;
	private final HolderRules rules;
	private final Registrations registrations;
	private final InstantSource clock;

	public ContractDesk(Contracts contracts, Authorisations authorisations, HolderRules rules,
			Registrations registrations, InstantSource clock) {
		this.contracts = contracts;
		this.authorisations = authorisations;
		this.rules = rules;
		this.registrations = registrations;
		this.clock = clock;
	}

	/**
	 * Writes the contract for a certificate. A holder that has one keeps its subject, so that the new
	 * one is a renewal.
	 *
	 * @param givenName the holder's name as the client has it; an organisation's is known here
	 */
	public WrittenContract forCertificate(Person signer, Holder holder, String givenName) throws Refusal, IOException {
		rules.requirePerson(signer.ssin());
		requireMayAct(signer.ssin(), holder.identifier());
		var present = inForce(holder);
		if (present.isPresent()) {
			return write("contract", new WrittenContract(present.get().subject(), signer, "", Map.of(), holder,
					present.get().holderName(), null));
		}
		var name = HolderSubject.asWritten(authorisations.organisation(holder.identifier())
				.map(Organisation::certificateName).orElse(givenName));
		return write("contract", new WrittenContract(subject(holder, name), signer, "", Map.of(), holder, name, null));
	}

	/** Writes the contract for the revocation of a certificate, or of a request. */
	public WrittenContract forRevocation(Registration registration, Person signer, String reason)
			throws Refusal, IOException {
		rules.requirePerson(signer.ssin());
		requireMayRevoke(signer.ssin(), registration);
		if (List.of(Reason.values()).stream().noneMatch(each -> each.wire().equals(reason))) {
			throw new Refusal(RefusalCode.REASON_UNKNOWN, "Reason", reason);
		}
		var application = registration.application();
		return write("revocation", new WrittenContract(application.subject(), signer, reason, Map.of(),
				application.holder(), application.holderName(), registration.key()));
	}

	/**
	 * The contract that comes back, where it is one that was written here and nobody changed it, and
	 * where the person whose card signed it is the one whom it names.
	 */
	public WrittenContract signed(String fingerprint, Identifier signer) throws Refusal {
		var contract = contracts.find(fingerprint).orElseThrow(() -> new Refusal(RefusalCode.CONTRACT_UNKNOWN));
		if (!contract.signer().ssin().equals(signer)) {
			throw new Refusal(RefusalCode.WRONG_SIGNER, "Signer", contract.signer().ssin().toString());
		}
		return contract;
	}

	/** Demands that a person may act for a holder. */
	public void requireMayAct(Identifier person, Identifier holder) throws Refusal, IOException {
		if (!authorisations.mayAct(person, holder)) {
			throw new Refusal(RefusalCode.NO_MANDATE, "Person", person.toString(), "Holder", holder.toString());
		}
	}

	/** Demands that a person asked for the certificate, or may act for its holder now. */
	public void requireMayRevoke(Identifier person, Registration registration) throws Refusal, IOException {
		if (!registration.application().signer().ssin().equals(person)) {
			requireMayAct(person, registration.application().holder().identifier());
		}
	}

	/** The subject, in the order and with the blanks of the protocol's description. */
	public static String subject(Holder holder, String name) {
		// needs no quoting: of a known type, and digits
		var identifier = holder.identifier().toString();
		return "CN=" + identifier + holder.application().map(id -> "\\, " + id).orElse("")
				+ ", OU=eHealth-platform Belgium, OU=" + DistinguishedName.escape(name) + ", OU=" + identifier
				+ holder.application().map(id -> ", OU=" + id).orElse("") + ", O=Federal Government, C=BE";
	}

	/** What was asked for when the holder's present certificate was. */
	private Optional<Application> inForce(Holder holder) {
		var now = clock.instant();
		return registrations.of(holder.identifier()).filter(each -> each.isInForce(now)).map(Registration::application)
				.filter(application -> application.holder().equals(holder)).findFirst();
	}

	private WrittenContract write(String template, WrittenContract without) throws IOException {
		var texts = new HashMap<String, String>();
		for (var language : LANGUAGES) {
			texts.put(language, fill(template(template + "_" + language + ".html"), without));
		}
		var contract = new WrittenContract(without.subject(), without.signer(), without.reason(), texts,
				without.holder(), without.holderName(), without.key());
		contracts.put(contract);
		return contract;
	}

	private String fill(String template, WrittenContract contract) {
		var signer = contract.signer();
		return template.replace("{subject}", html(contract.subject())).replace("{holder}", html(contract.holder().toString()))
				.replace("{holderName}", html(contract.holderName()))
				.replace("{signer}", html((String.join(" ", signer.firstNames()) + " " + signer.name()).strip()))
				.replace("{ssin}", html(signer.ssin().value())).replace("{reason}", html(contract.reason()))
				.replace("{key}", contract.key() == null ? "" : contract.key().hex())
				.replace("{day}", DAY.format(clock.instant().atZone(BELGIUM)));
	}

	private static String html(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	private static String template(String name) {
		try (var stream = ContractDesk.class.getResourceAsStream(name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
