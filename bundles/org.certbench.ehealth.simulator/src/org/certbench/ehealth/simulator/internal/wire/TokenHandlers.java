package org.certbench.ehealth.simulator.internal.wire;

import static org.certbench.ehealth.Namespaces.ETKRA;

import java.io.IOException;

import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.simulator.internal.desk.Callers;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.certbench.ehealth.simulator.internal.desk.TokenDesk;
import org.w3c.dom.Element;

/** EtkRA: encryption tokens are registered and activated by the certificates that they belong to. */
final class TokenHandlers {

	private final Callers callers;
	private final TokenDesk tokens;

	TokenHandlers(Callers callers, TokenDesk tokens) {
		this.callers = callers;
		this.tokens = tokens;
	}

	void start(Element request, XmlBuilder response) throws Refusal, XmlException, IOException {
		var parts = XmlChildren.of(request);
		var key = Fields.base64(parts.text(ETKRA, "PublicEncryptionKey"));
		Signed.end(parts);
		var challenge = tokens.start(callers.activeCertificate(request), key);
		response.text(ETKRA, "Challenge", Fields.base64(challenge));
	}

	void complete(Element request, XmlBuilder response) throws Refusal, XmlException, IOException {
		var parts = XmlChildren.of(request);
		var certificate = Fields.base64(parts.text(ETKRA, "ToBeRegistered"));
		Signed.end(parts);
		var token = tokens.complete(callers.activeCertificate(request), certificate);
		response.text(ETKRA, "ETK", Fields.base64(token.token()));
		response.text(ETKRA, "ToBeActivated", String.valueOf(!token.active()));
	}

	void activate(Element request, XmlBuilder response) throws Refusal, XmlException, IOException {
		Signed.end(XmlChildren.of(request));
		tokens.activate(callers.activeCertificate(request));
	}
}
