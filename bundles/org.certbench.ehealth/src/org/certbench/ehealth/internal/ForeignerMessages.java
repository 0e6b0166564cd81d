package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Operation.SUBMIT_CSR_FOR_FOREIGNER;

import java.net.URI;
import java.net.URISyntaxException;

import org.certbench.authority.ContactData;
import org.certbench.authority.ForeignerOffice;
import org.certbench.authority.Person;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;

/** Ordering without a Belgian card: SubmitCSRForForeigner. */
final class ForeignerMessages implements ForeignerOffice {

	private final Channel channel;

	ForeignerMessages(Channel channel) {
		this.channel = channel;
	}

	@Override
	public Validation submit(Person foreigner, ContactData contact, byte[] request, Progress progress)
			throws ProblemException {
		var message = channel.request(SUBMIT_CSR_FOR_FOREIGNER);
		WireTypes.writePerson(message, CERTRA, "ForeignPerson", foreigner);
		WireTypes.writeContact(message, CERTRA, contact);
		message.text(CERTRA, "CSR", WireTypes.base64(request));
		return channel.ask(SUBMIT_CSR_FOR_FOREIGNER, message, ForeignerMessages::validation, progress);
	}

	private static Validation validation(XmlChildren answer) throws XmlException {
		var page = answer.text(CERTRA, "ValidationUrl");
		try {
			return new Validation(new URI(page), WireTypes.instant(answer.required(CERTRA, "ExpirationDate")));
		} catch (URISyntaxException e) {
			throw new XmlException("ValidationUrl is not an address: " + page, e);
		}
	}
}
