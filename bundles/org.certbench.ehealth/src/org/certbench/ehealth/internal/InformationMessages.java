package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Namespaces.CERTRA_CORE;
import static org.certbench.ehealth.Operation.GET_CERTIFICATE_INFO_FOR_AUTHENTICATION_CERTIFICATE;
import static org.certbench.ehealth.Operation.GET_CERTIFICATE_INFO_FOR_CITIZEN;

import java.util.ArrayList;
import java.util.List;

import org.certbench.authority.CertificateRecord;
import org.certbench.authority.CertificateRecord.Status;
import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.authority.CertificateRecord.Validity;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.w3c.dom.Element;

/**
 * What the service knows of certificates: GetCertificateInfoForCitizen and
 * GetCertificateInfoForAuthenticationCertificate.
 */
final class InformationMessages {

	private final Channel channel;

	InformationMessages(Channel channel) {
		this.channel = channel;
	}

	/** All certificates that a person ordered. */
	List<CertificateRecord> forCitizen(Signer authentication, Progress progress) throws ProblemException {
		return channel.ask(GET_CERTIFICATE_INFO_FOR_CITIZEN, channel.request(GET_CERTIFICATE_INFO_FOR_CITIZEN),
				authentication, InformationMessages::records, progress);
	}

	/** The certificate that signs the question. */
	CertificateRecord forCertificate(Signer certificate, Progress progress) throws ProblemException {
		return channel.ask(GET_CERTIFICATE_INFO_FOR_AUTHENTICATION_CERTIFICATE,
				channel.request(GET_CERTIFICATE_INFO_FOR_AUTHENTICATION_CERTIFICATE), certificate,
				answer -> ownRecord(certificate, answer), progress);
	}

	private static CertificateRecord ownRecord(Signer certificate, XmlChildren answer) throws XmlException {
		var record = record(answer.required(CERTRA, "CertificateInfo"));
		var asked = KeyIdentifier.of(certificate.certificate().getPublicKey());
		if (!record.key().equals(asked)) {
			throw new XmlException("an answer about the key " + record.key() + ", not about " + asked);
		}
		return record;
	}

	private static List<CertificateRecord> records(XmlChildren answer) throws XmlException {
		var records = new ArrayList<CertificateRecord>();
		for (var element : answer.all(CERTRA, "CertificateInfo")) {
			records.add(record(element));
		}
		return records;
	}

	private static CertificateRecord record(Element element) throws XmlException {
		var parts = XmlChildren.of(element);
		var requested = WireTypes.instant(parts.required(CERTRA_CORE, "RequestedDate"));
		var key = WireTypes.keyIdentifier(parts.required(CERTRA_CORE, "PublicKeyIdentifier"));
		var entity = parts.required(CERTRA_CORE, "CertificateEntity");
		var identifier = XmlChildren.of(XmlChildren.of(entity).required(CERTRA_CORE, "CertificateIdentifier"));
		var actor = WireTypes.actor(identifier.required(CERTRA_CORE, "Actor"));
		var holder = WireTypes.holder(entity, actor.identifier(), identifier.optionalText(CERTRA_CORE, "ApplicationId"));
		var status = known(Status.class, parts.text(CERTRA_CORE, "AuthenticationCertificateStatus"), Status.UNKNOWN);
		var tokenStatus = known(TokenStatus.class, parts.text(CERTRA_CORE, "ETKStatus"), TokenStatus.UNKNOWN);
		parts.required(CERTRA_CORE, "AutomaticallyValidated");
		var details = parts.optional(CERTRA_CORE, "AuthenticationCertificateDetails");
		var validity = details.isPresent() ? validity(details.get()) : null;
		var revocable = WireTypes.bool(parts.required(CERTRA_CORE, "Revocable"));
		var replaceable = WireTypes.bool(parts.required(CERTRA_CORE, "Replaceable"));
		var start = parts.optional(CERTRA_CORE, "ReplacementPeriodStartDate");
		var replacementStart = start.isPresent() ? WireTypes.instant(start.get()) : null;
		var contact = WireTypes.contact(parts.required(CERTRA_CORE, "ContactData"));
		var services = parts.all(CERTRA_CORE, "BaseServiceUsage").stream().map(XmlChildren::textOf).toList();
		return new CertificateRecord(key, holder, actor.name(), requested, status, tokenStatus, validity, revocable,
				replaceable, replacementStart, contact, services);
	}

	private static Validity validity(Element details) throws XmlException {
		var parts = XmlChildren.of(details);
		parts.required(CERTRA_CORE, "SerialNumber");
		parts.required(CERTRA_CORE, "DN");
		parts.required(CERTRA_CORE, "IssuerDN");
		return new Validity(WireTypes.instant(parts.required(CERTRA_CORE, "ValidNotBefore")),
				WireTypes.instant(parts.required(CERTRA_CORE, "ValidNotAfter")));
	}

	private static <E extends Enum<E>> E known(Class<E> type, String word, E otherwise) {
		try {
			return Enum.valueOf(type, word);
		} catch (IllegalArgumentException e) {
			return otherwise;
		}
	}
}
