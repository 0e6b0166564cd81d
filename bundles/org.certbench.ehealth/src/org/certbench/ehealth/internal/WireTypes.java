package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA_CORE;
import static org.certbench.ehealth.Namespaces.COMMONS;
import static org.certbench.ehealth.Namespaces.XML;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.certbench.authority.ContactData;
import org.certbench.authority.Person;
import org.certbench.core.Holder;
import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.w3c.dom.Element;

/** The types that several messages share, written and read. Stateless. */
final class WireTypes {

	private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

	private WireTypes() {
	}

	/**
	 * Someone who is named in a message.
	 *
	 * @param identifier the first of them
	 * @param name       first names and name
	 */
	record Actor(Identifier identifier, String name) {
	}

	static void writeIdentifier(XmlBuilder parent, String namespace, String name, Identifier identifier) {
		parent.child(namespace, name).attribute("Type", identifier.type()).text(identifier.value());
	}

	static void writePerson(XmlBuilder parent, String namespace, String name, Person person) {
		writeActor(parent.child(namespace, name), person.ssin(), person.firstNames(), person.name());
	}

	/** A holder; a person who orders for itself is written with its first names. */
	static void writeHolder(XmlBuilder parent, String namespace, Holder holder, String holderName, Person orderedBy) {
		var identifier = parent.child(namespace, "CertificateIdentifier");
		var actor = identifier.child(CERTRA_CORE, "Actor");
		if (holder.identifier().equals(orderedBy.ssin())) {
			writeActor(actor, orderedBy.ssin(), orderedBy.firstNames(), orderedBy.name());
		} else {
			writeActor(actor, holder.identifier(), List.of(), holderName);
		}
		holder.application().ifPresent(id -> identifier.text(CERTRA_CORE, "ApplicationId", id));
	}

	static void writeContact(XmlBuilder parent, String namespace, ContactData contact) {
		var element = parent.child(namespace, "ContactData");
		element.text(CERTRA_CORE, "EmailPrivate", contact.personalEmail());
		if (!contact.generalEmail().isEmpty()) {
			element.text(CERTRA_CORE, "EmailGeneral", contact.generalEmail());
		}
		element.text(CERTRA_CORE, "PhonePrivate", contact.personalPhone());
		if (!contact.generalPhone().isEmpty()) {
			element.text(CERTRA_CORE, "PhoneGeneral", contact.generalPhone());
		}
	}

	private static void writeActor(XmlBuilder actor, Identifier identifier, List<String> firstNames, String name) {
		writeIdentifier(actor, COMMONS, "Id", identifier);
		firstNames.forEach(firstName -> actor.text(COMMONS, "FirstName", firstName));
		actor.text(COMMONS, "Name", name);
	}

	static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	static byte[] bytes(Element element) throws XmlException {
		try {
			return Base64.getDecoder().decode(element.getTextContent().replaceAll("\\s", ""));
		} catch (IllegalArgumentException e) {
			throw notOfType(element, "base64", e);
		}
	}

	static X509Certificate certificate(Element element) throws XmlException {
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(bytes(element)));
		} catch (CertificateException e) {
			throw notOfType(element, "certificate", e);
		}
	}

	static boolean bool(Element element) throws XmlException {
		return switch (XmlChildren.textOf(element)) {
		case "true", "1" -> true;
		case "false", "0" -> false;
		default -> throw notOfType(element, "boolean", null);
		};
	}

	/** A dateTime or a date; in Belgian time where it does not say in which. */
	static Instant instant(Element element) throws XmlException {
		var text = XmlChildren.textOf(element);
		try {
			if (!text.contains("T")) {
				return LocalDate.parse(text.substring(0, Math.min(10, text.length())), DateTimeFormatter.ISO_LOCAL_DATE)
						.atStartOfDay(BELGIUM).toInstant();
			}
			var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
			return parsed instanceof OffsetDateTime moment ? moment.toInstant()
					: ((LocalDateTime) parsed).atZone(BELGIUM).toInstant();
		} catch (DateTimeException e) {
			throw notOfType(element, "date", e);
		}
	}

	static KeyIdentifier keyIdentifier(Element element) throws XmlException {
		try {
			return new KeyIdentifier(XmlChildren.textOf(element));
		} catch (IllegalArgumentException e) {
			throw notOfType(element, "public key identifier", e);
		}
	}

	static Identifier identifier(Element element) throws XmlException {
		return identifier(element, element.getAttribute("Type"), XmlChildren.textOf(element));
	}

	static Identifier identifier(Element element, String type, String value) throws XmlException {
		try {
			return new Identifier(type, value);
		} catch (IllegalArgumentException e) {
			throw notOfType(element, "identifier", e);
		}
	}

	static Holder holder(Element element, Identifier identifier, String applicationId) throws XmlException {
		try {
			return new Holder(identifier, applicationId);
		} catch (IllegalArgumentException e) {
			throw notOfType(element, "holder", e);
		}
	}

	static Actor actor(Element element) throws XmlException {
		var parts = XmlChildren.of(element);
		var identifier = identifier(parts.required(COMMONS, "Id"));
		parts.all(COMMONS, "Id");
		var names = new StringBuilder();
		parts.all(COMMONS, "FirstName").forEach(first -> names.append(XmlChildren.textOf(first)).append(' '));
		return new Actor(identifier, names.append(parts.text(COMMONS, "Name")).toString());
	}

	/** A text by language. */
	static Map<String, String> texts(Element element) {
		var texts = new LinkedHashMap<String, String>();
		for (var value : XmlChildren.of(element).all(CERTRA_CORE, "Value")) {
			texts.put(value.getAttributeNS(XML, "lang"), value.getTextContent());
		}
		return texts;
	}

	static ContactData contact(Element element) throws XmlException {
		var parts = XmlChildren.of(element);
		var personalEmail = parts.text(CERTRA_CORE, "EmailPrivate");
		var generalEmail = parts.optionalText(CERTRA_CORE, "EmailGeneral");
		var personalPhone = parts.text(CERTRA_CORE, "PhonePrivate");
		return new ContactData(personalEmail, generalEmail, personalPhone,
				parts.optionalText(CERTRA_CORE, "PhoneGeneral"));
	}

	private static XmlException notOfType(Element element, String type, Exception cause) {
		return new XmlException(element.getLocalName() + " is not a " + type + ": " + XmlChildren.textOf(element), cause);
	}
}
