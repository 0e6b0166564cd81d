package org.certbench.ehealth.simulator.internal.wire;

import static org.certbench.ehealth.Namespaces.CERTRA_CORE;
import static org.certbench.ehealth.Namespaces.COMMONS;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.certbench.authority.ContactData;
import org.certbench.authority.Person;
import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;
import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.w3c.dom.Element;

/**
 * Reads and writes the types of which CertRA's messages are made, in their exact order. Whatever is
 * missing, misplaced or of the wrong form is an {@link XmlException}. Stateless.
 */
final class Fields {

	private Fields() {
	}

	/** An actor: one identifier or more (the first counts), first names, a name. */
	static Person actor(Element element) throws XmlException {
		var parts = XmlChildren.of(element);
		var identifier = identifier(parts.required(COMMONS, "Id"));
		parts.all(COMMONS, "Id");
		var firstNames = parts.all(COMMONS, "FirstName").stream().map(XmlChildren::textOf).toList();
		var name = parts.text(COMMONS, "Name");
		parts.end();
		return new Person(identifier, firstNames, name);
	}

	static void actor(XmlBuilder element, Identifier identifier, List<String> firstNames, String name) {
		identifier(element.child(COMMONS, "Id"), identifier);
		firstNames.forEach(each -> element.text(COMMONS, "FirstName", each));
		element.text(COMMONS, "Name", name);
	}

	static Identifier identifier(Element element) throws XmlException {
		try {
			return new Identifier(element.getAttribute("Type"), XmlChildren.textOf(element));
		} catch (IllegalArgumentException empty) {
			throw new XmlException("in " + element.getLocalName() + ": a type and a value were expected", empty);
		}
	}

	static void identifier(XmlBuilder element, Identifier identifier) {
		element.attribute("Type", identifier.type()).text(identifier.value());
	}

	static KeyIdentifier key(String hex) throws XmlException {
		try {
			return new KeyIdentifier(hex);
		} catch (IllegalArgumentException other) {
			throw new XmlException("a public key identifier was expected: 40 hexadecimal digits", other);
		}
	}

	static byte[] base64(String text) throws XmlException {
		try {
			return Base64.getDecoder().decode(text.replaceAll("[ \\t\\r\\n]", ""));
		} catch (IllegalArgumentException other) {
			throw new XmlException("base64 was expected", other);
		}
	}

	static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	static ContactData contact(Element element) throws XmlException {
		var parts = XmlChildren.of(element);
		var personalEmail = parts.text(CERTRA_CORE, "EmailPrivate");
		var generalEmail = parts.optionalText(CERTRA_CORE, "EmailGeneral");
		var personalPhone = parts.text(CERTRA_CORE, "PhonePrivate");
		var generalPhone = parts.optionalText(CERTRA_CORE, "PhoneGeneral");
		parts.end();
		return new ContactData(personalEmail, generalEmail, personalPhone, generalPhone);
	}

	static void contact(XmlBuilder element, ContactData contact) {
		element.text(CERTRA_CORE, "EmailPrivate", contact.personalEmail());
		optional(element, "EmailGeneral", contact.generalEmail());
		element.text(CERTRA_CORE, "PhonePrivate", contact.personalPhone());
		optional(element, "PhoneGeneral", contact.generalPhone());
	}

	/** Texts by language, verbatim: blanks at the ends count. */
	static Map<String, String> texts(Element element) throws XmlException {
		var texts = new LinkedHashMap<String, String>();
		var parts = XmlChildren.of(element);
		for (var value : parts.all(CERTRA_CORE, "Value")) {
			var language = value.getAttributeNS(Namespaces.XML, "lang");
			if (language.isEmpty() || texts.put(language, value.getTextContent()) != null) {
				throw new XmlException("in " + element.getLocalName() + ": one text for each language was expected");
			}
		}
		parts.end();
		return texts;
	}

	static void texts(XmlBuilder element, Map<String, String> texts) {
		texts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> element
				.child(CERTRA_CORE, "Value").attribute(Namespaces.XML, "lang", each.getKey()).text(each.getValue()));
	}

	private static void optional(XmlBuilder element, String name, String text) {
		if (!text.isEmpty()) {
			element.text(CERTRA_CORE, name, text);
		}
	}
}
