package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Namespaces.CERTRA_CORE;
import static org.certbench.ehealth.Operation.GENERATE_CONTRACT;

import org.certbench.authority.ContactData;
import org.certbench.authority.Contract;
import org.certbench.authority.ContractOffice;
import org.certbench.authority.Person;
import org.certbench.core.DistinguishedName;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.XmlReader;
import org.certbench.ehealth.XmlWriter;
import org.w3c.dom.Element;

/** The contract that an order is made under: GenerateContract, and contracts as they travel. */
final class ContractMessages implements ContractOffice {

	private final Channel channel;

	ContractMessages(Channel channel) {
		this.channel = channel;
	}

	@Override
	public Contract draft(ContactData contact, Person signer, Holder holder, String holderName, Progress progress)
			throws ProblemException {
		var request = channel.request(GENERATE_CONTRACT);
		WireTypes.writeContact(request, CERTRA, contact);
		WireTypes.writePerson(request, CERTRA, "Signer", signer);
		WireTypes.writeHolder(request, CERTRA, holder, holderName, signer);
		return channel.ask(GENERATE_CONTRACT, request, answer -> read(answer.required(CERTRA, "Contract")), progress);
	}

	/** Reads a contract of either kind, and keeps the element as it came. */
	static Contract read(Element element) throws XmlException {
		var parts = XmlChildren.of(element);
		var subject = parts.required(CERTRA_CORE, "DN").getTextContent();
		var signer = WireTypes.actor(parts.required(CERTRA_CORE, "Signer")).identifier();
		parts.optional(CERTRA_CORE, "RevocationReason");
		var texts = WireTypes.texts(parts.required(CERTRA_CORE, "Text"));
		try {
			return new Contract(DistinguishedName.parse(subject.strip()), subject, signer, texts, XmlWriter.write(element));
		} catch (IllegalArgumentException e) {
			throw new XmlException("the contract's DN is not a distinguished name: " + subject, e);
		}
	}

	/** Writes a contract back exactly as it came. */
	static void write(XmlBuilder parent, String namespace, Contract contract) {
		try {
			parent.child(namespace, "Contract").contentOf(XmlReader.read(contract.source()).getDocumentElement());
		} catch (XmlException e) {
			throw new IllegalArgumentException("not a contract of this authority", e);
		}
	}
}
