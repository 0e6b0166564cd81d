package org.certbench.ehealth.simulator.internal.desk;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;
import org.certbench.ehealth.simulator.Mail.Occasion;
import org.certbench.ehealth.simulator.SimulatedRequest.Stage;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.internal.pki.CertificationRequests;
import org.certbench.ehealth.simulator.internal.pki.IssuingAuthority;
import org.certbench.ehealth.simulator.internal.state.Application;
import org.certbench.ehealth.simulator.internal.state.Mailbox;
import org.certbench.ehealth.simulator.internal.state.Registration;
import org.certbench.ehealth.simulator.internal.state.Registrations;
import org.certbench.ehealth.simulator.internal.state.SettingsFile;

/**
 * Takes requests, issues certificates when their time has come, and writes the mails about them. Not
 * thread-safe.
 */
public final class RegistrationDesk {

	private static final int LIMIT_OF_PERSON = 1;
	private static final int LIMIT_OF_ORGANISATION = 10;

	private final Registrations registrations;
	private final SettingsFile settings;
	private final IssuingAuthority authority;
	private final Mailbox mailbox;
	private final InstantSource clock;

	public RegistrationDesk(Registrations registrations, SettingsFile settings, IssuingAuthority authority,
			Mailbox mailbox, InstantSource clock) {
		this.registrations = registrations;
		this.settings = settings;
		this.authority = authority;
		this.mailbox = mailbox;
		this.clock = clock;
	}

	/** Takes a request, which is issued later or at once, as the settings say. */
	public Registration register(Application application, PublicKey key) throws Refusal, IOException {
		boolean manual = settings.get().manualValidation();
		var registration = enter(application, key, !manual);
		if (!manual) {
			accept(registration);
		}
		settle();
		return known(registration.key());
	}

	/** Takes a request that a person must accept, whatever the settings say. */
	public Registration registerForValidation(Application application, PublicKey key) throws Refusal, IOException {
		return enter(application, key, false);
	}

	/** Takes a request and issues it at once, whatever the settings say. */
	public Registration certify(Application application, PublicKey key, boolean backdated) throws Refusal, IOException {
		return issue(accept(enter(application, key, true)), backdated);
	}

	/** Does what has become due: certificates to issue, mails about those that expire. */
	public void settle() throws IOException {
		var now = clock.instant();
		for (var each : registrations.all()) {
			if (each.stage() == Stage.AWAITS_ISSUING && each.due() != null && !now.isBefore(each.due())) {
				issue(each, takeBackdating());
			}
		}
		for (var each : registrations.all()) {
			if (!each.reminded() && each.isInReplacementPeriod(now) && renewalOf(each, now).isEmpty()) {
				registrations.put(each.asReminded());
				mailbox.send(Occasion.EXPIRING, each, now);
			}
		}
	}

	/** A request by its key. */
	public Registration known(KeyIdentifier key) throws Refusal {
		return registrations.find(key)
				.orElseThrow(() -> new Refusal(RefusalCode.CERT_UNKNOWN, "PublicKeyIdentifier", key.hex()));
	}

	/** Accepts a request that waits for it; does nothing where it was accepted already. */
	public Registration accept(Registration registration) throws IOException {
		if (registration.stage() != Stage.AWAITS_VALIDATION) {
			return registration;
		}
		var now = clock.instant();
		var accepted = registration.accepted(due(settings.get(), now));
		registrations.put(accepted);
		mailbox.send(Occasion.ACCEPTED, accepted, now);
		return accepted;
	}

	/** Refuses a request that waits for its validation or its issue; does nothing where it is too late. */
	public Registration refuse(Registration registration, String reason) throws IOException {
		if (!registration.isInProgress()) {
			return registration;
		}
		var refused = registration.refused(reason);
		registrations.put(refused);
		mailbox.send(Occasion.REFUSED, refused, clock.instant());
		return refused;
	}

	/** Issues a request now, accepted or not; does nothing where it is too late. */
	public Registration issue(Registration registration) throws IOException {
		var accepted = accept(registration);
		return accepted.stage() == Stage.AWAITS_ISSUING ? issue(accepted, takeBackdating()) : accepted;
	}

	/** Whether a certificate can be renewed now. */
	public boolean isReplaceable(Registration registration) {
		var now = clock.instant();
		return registration.isInReplacementPeriod(now) && renewalOf(registration, now).isEmpty();
	}

	private Registration enter(Application application, PublicKey key, boolean automaticallyValidated)
			throws Refusal, IOException {
		var now = clock.instant();
		var identifier = KeyIdentifier.of(key);
		if (registrations.find(identifier).isPresent()) {
			throw new Refusal(RefusalCode.KEY_ALREADY_USED, "PublicKeyIdentifier", identifier.hex());
		}
		var subject = DistinguishedName.parse(application.subject());
		var replaced = replacedBy(subject, now);
		requireWithinLimit(application.holder().identifier(), subject, now);
		var registration = Registration.requested(identifier, now, application, automaticallyValidated,
				replaced.map(Registration::key).orElse(null));
		registrations.put(registration);
		return registration;
	}

	/** The active certificate that a new one for this subject would replace, if there is one and it may. */
	private Optional<Registration> replacedBy(DistinguishedName subject, Instant now) throws Refusal {
		var inForce = registrations.ofSubject(subject).filter(each -> each.isInForce(now)).toList();
		for (var each : inForce) {
			if (each.isInProgress()) {
				throw new Refusal(RefusalCode.REQUEST_IN_PROGRESS, "PublicKeyIdentifier", each.key().hex());
			}
		}
		if (inForce.size() > 1) {
			throw new Refusal(RefusalCode.RENEWAL_NOT_ACTIVATED, "PublicKeyIdentifier", inForce.getLast().key().hex());
		}
		for (var each : inForce) {
			if (!each.isInReplacementPeriod(now)) {
				throw new Refusal(RefusalCode.ALREADY_ACTIVE, "PublicKeyIdentifier", each.key().hex(),
						"ReplacementPeriodStartDate", each.issued().replacementStart().toString());
			}
		}
		return inForce.stream().findFirst();
	}

	private void requireWithinLimit(Identifier holder, DistinguishedName subject, Instant now) throws Refusal {
		int limit = holder.isPerson() ? LIMIT_OF_PERSON : LIMIT_OF_ORGANISATION;
		var others = registrations.of(holder).filter(each -> each.isInForce(now)).map(Registration::subject)
				.filter(each -> !each.equals(subject)).distinct().count();
		if (others >= limit) {
			throw new Refusal(RefusalCode.LIMIT_REACHED, "Limit", String.valueOf(limit));
		}
	}

	private Optional<Registration> renewalOf(Registration old, Instant now) {
		return registrations.ofSubject(old.subject())
				.filter(each -> old.key().equals(each.replaces()) && each.isInForce(now)).findFirst();
	}

	private Registration issue(Registration accepted, boolean backdated) throws IOException {
		var issued = accepted.issued(authority.issue(key(accepted), accepted.subject(), settings.get(), backdated));
		registrations.put(issued);
		mailbox.send(Occasion.PRODUCED, issued, clock.instant());
		return issued;
	}

	/** Whether the next certificate is backdated; asking uses up {@link Backdating#NEXT}. */
	private boolean takeBackdating() throws IOException {
		var present = settings.get();
		if (present.backdating() == Backdating.NEXT) {
			settings.set(present.withBackdating(Backdating.NEVER));
		}
		return present.backdating() != Backdating.NEVER;
	}

	private static PublicKey key(Registration registration) throws IOException {
		try {
			return CertificationRequests.accept(registration.application().request()).key();
		} catch (Refusal changed) {
			throw new IOException(changed);
		}
	}

	private static Instant due(SimulatorSettings settings, Instant now) {
		return switch (settings.issuing()) {
		case AT_ONCE -> now;
		case AFTER_DELAY -> now.plus(settings.delay());
		case BY_HAND -> null;
		};
	}
}
