package org.certbench.ehealth.simulator.internal.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

import org.certbench.ehealth.Operation;
import org.certbench.ehealth.simulator.internal.desk.Callers;
import org.certbench.ehealth.simulator.internal.desk.ContractDesk;
import org.certbench.ehealth.simulator.internal.desk.HolderRules;
import org.certbench.ehealth.simulator.internal.desk.OrganisationTypes;
import org.certbench.ehealth.simulator.internal.desk.RegistrationDesk;
import org.certbench.ehealth.simulator.internal.desk.RevocationDesk;
import org.certbench.ehealth.simulator.internal.desk.TokenDesk;
import org.certbench.ehealth.simulator.internal.pki.CardTrust;
import org.certbench.ehealth.simulator.internal.pki.IssuingAuthority;
import org.certbench.ehealth.simulator.internal.state.Authorisations;
import org.certbench.ehealth.simulator.internal.state.Contracts;
import org.certbench.ehealth.simulator.internal.state.Mailbox;
import org.certbench.ehealth.simulator.internal.state.Registrations;
import org.certbench.ehealth.simulator.internal.state.SettingsFile;

/**
 * Everything of one simulator that stands on its state: put together here, once. Not thread-safe:
 * whoever uses any part of it holds the monitor of this object.
 *
 * @param settings       how it behaves
 * @param registrations  every request
 * @param authorisations who may act for whom
 * @param mailbox        what managers were told
 * @param authority      the CA
 * @param rules          for holders and contact data
 * @param desk           takes requests and issues
 * @param dispatcher     answers messages
 */
public record Office(SettingsFile settings, Registrations registrations, Authorisations authorisations, Mailbox mailbox,
		IssuingAuthority authority, HolderRules rules, RegistrationDesk desk, Dispatcher dispatcher) {

	/**
	 * Opens the state in a folder that nobody else uses.
	 *
	 * @param cardRoots roots of the test cards that there are now
	 * @param address   of the server, for links in answers
	 */
	public static Office open(Path state, Supplier<? extends Collection<X509Certificate>> cardRoots, InstantSource clock,
			String address) throws IOException {
		var settings = new SettingsFile(state);
		var registrations = new Registrations(state);
		var authorisations = new Authorisations(state);
		var mailbox = new Mailbox(state);
		var authority = new IssuingAuthority(state, clock);
		authority.prepare(settings.get().issuer());
		var types = new OrganisationTypes();
		var rules = new HolderRules(types);
		var desk = new RegistrationDesk(registrations, settings, authority, mailbox, clock);
		var callers = new Callers(new CardTrust(cardRoots, clock), registrations, clock);
		var contracts = new ContractDesk(new Contracts(state), authorisations, rules, registrations, clock);
		var revocations = new RevocationDesk(registrations);

		var responses = new Responses(clock);
		var actors = new ActorHandlers(callers, authorisations, types, registrations, clock);
		var texts = new ContractHandlers(contracts, rules, desk, revocations, clock);
		var certificates = new CertificateHandlers(callers, contracts, rules, desk, revocations, clock);
		var information = new InformationHandlers(callers, registrations, desk, clock);
		var tokens = new TokenHandlers(callers, new TokenDesk(registrations, authority, clock));
		var handlers = new EnumMap<Operation, Handler>(Map.ofEntries(
				Map.entry(Operation.GET_ACTOR_QUALITIES, actors::actorQualities),
				Map.entry(Operation.GET_GENERIC_ORGANIZATION_TYPES, actors::organisationTypes),
				Map.entry(Operation.GET_EXISTING_APPLICATION_IDS, actors::existingApplicationIds),
				Map.entry(Operation.GENERATE_CONTRACT, texts::contract),
				Map.entry(Operation.GENERATE_REVOCATION_CONTRACT, texts::revocationContract),
				Map.entry(Operation.GENERATE_CERTIFICATE, certificates::generate),
				Map.entry(Operation.GET_CERTIFICATE, certificates::certificate),
				Map.entry(Operation.REVOKE, certificates::revoke),
				Map.entry(Operation.SUBMIT_CSR_FOR_FOREIGNER,
						(request, response) -> certificates.foreigner(request, response, address)),
				Map.entry(Operation.GET_CERTIFICATE_INFO_FOR_CITIZEN, information::forCitizen),
				Map.entry(Operation.GET_CERTIFICATE_INFO_FOR_AUTHENTICATION_CERTIFICATE, information::forCertificate),
				Map.entry(Operation.START_ETK_REGISTRATION, tokens::start),
				Map.entry(Operation.COMPLETE_ETK_REGISTRATION, tokens::complete),
				Map.entry(Operation.ACTIVATE_ETK, tokens::activate)));
		return new Office(settings, registrations, authorisations, mailbox, authority, rules, desk,
				new Dispatcher(handlers, new DepotHandler(registrations, types, responses, clock), responses));
	}
}
