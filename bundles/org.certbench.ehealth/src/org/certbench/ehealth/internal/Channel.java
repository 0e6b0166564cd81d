package org.certbench.ehealth.internal;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Pattern;

import org.certbench.authority.AuthorityException;
import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.core.Texts;
import org.certbench.ehealth.EhealthException.BrokenSignature;
import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.Operation;
import org.certbench.ehealth.SignatureRefused;
import org.certbench.ehealth.SoapEnvelope;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.XmlReader;
import org.certbench.ehealth.XmlSignature;
import org.certbench.ehealth.XmlWriter;
import org.w3c.dom.Element;

/**
 * One environment's services, as the groups of messages use them: signs a request, sends its exact
 * bytes, and gives the answer to be read after everything that all answers have in common was checked.
 * Thread-safe.
 */
final class Channel {

	/** Reads what is particular in an answer. */
	@FunctionalInterface
	interface Reading<T> {

		/**
		 * @param answer at the first child after the status
		 * @throws XmlException     where it is not what the service should say
		 * @throws ProblemException where it is, but bad news
		 */
		T read(XmlChildren answer) throws XmlException, ProblemException;
	}

	private static final Texts TEXTS = Texts.of(Channel.class);
	private static final Pattern XML_TYPE = Pattern.compile("text/xml(\\s*;.*)?");
	private static final Pattern OTHER_CHARSET = Pattern.compile(".*charset\\s*=(?!\\s*\"?utf-8\"?\\s*(;.*)?$).*");

	private final Endpoint endpoint;
	private final HttpTransport transport;
	private final Trace trace;
	private final InstantSource clock;

	Channel(Endpoint endpoint, HttpTransport transport, Trace trace, InstantSource clock) {
		this.endpoint = endpoint;
		this.transport = transport;
		this.trace = trace;
		this.clock = clock;
	}

	Environment environment() {
		return endpoint.environment();
	}

	/** Starts a request of the usual base type. */
	XmlBuilder request(Operation operation) {
		return XmlBuilder.message(operation.service().namespace(), operation.requestName(), clock.instant());
	}

	/** Sends a request that nobody signs. */
	<T> T ask(Operation operation, XmlBuilder request, Reading<T> reading, Progress progress) throws ProblemException {
		return send(operation, envelope(request.element()), reading, progress);
	}

	/** Signs a request and sends it. */
	<T> T ask(Operation operation, XmlBuilder request, Signer signer, Reading<T> reading, Progress progress)
			throws ProblemException {
		return send(operation, signed(request, signer, progress), reading, progress);
	}

	/**
	 * Signs a request.
	 *
	 * @return the envelope, whose signature was verified as the service will do it
	 */
	byte[] signed(XmlBuilder request, Signer signer, Progress progress) throws ProblemException {
		EnvironmentGuard.check(signer, environment());
		progress.checkCancelled();
		progress.doing(TEXTS.get("signing"));
		XmlSignature.sign(request.element(), signer);
		var envelope = envelope(request.element());
		try {
			var verified = XmlSignature.verify(SoapEnvelope.unwrap(XmlReader.read(envelope)));
			if (!verified.signer().equals(signer.certificate())) {
				throw new BrokenSignature(signer, null);
			}
			return envelope;
		} catch (SignatureRefused | XmlException e) {
			throw new BrokenSignature(signer, e);
		}
	}

	/** Sends an envelope and reads an answer that begins with a status. */
	<T> T send(Operation operation, byte[] envelope, Reading<T> reading, Progress progress) throws ProblemException {
		return sendWithoutStatus(operation, envelope, answer -> {
			Refusals.check(answer.required(Namespaces.COMMONS, "Status"));
			return reading.read(answer);
		}, progress);
	}

	/** Sends an envelope and reads an answer that is not of the usual base type. */
	<T> T sendWithoutStatus(Operation operation, byte[] envelope, Reading<T> reading, Progress progress)
			throws ProblemException {
		progress.doing(TEXTS.get("doing." + operation.name()));
		var address = endpoint.of(operation.service());
		int number = trace.request(operation, envelope);
		var reply = transport.post(address, operation.soapAction(), envelope, progress);
		trace.response(number, operation, reply.body());
		try {
			var answer = answer(address, reply);
			requireAnswerTo(operation, envelope, answer);
			return reading.read(XmlChildren.of(answer));
		} catch (XmlException e) {
			throw new BadAnswer(address.toString(), TEXTS.get("answer.content", e.getMessage()), e);
		} catch (Refused refused) {
			throw withClock(refused, reply);
		}
	}

	/** A refusal that nobody decided is perhaps one of the moment in the request: a wrong clock is told. */
	private Refused withClock(Refused refused, HttpTransport.Reply reply) {
		var wrong = reply.moment().flatMap(there -> ServerClock.wrong(there, clock.instant()));
		return wrong.isEmpty() || refused.isDecision() || !refused.problem().equals("refused") ? refused
				: new Refused("clock-wrong", refused.code(), refused.words() + " - " + wrong.get(), refused.parameters());
	}

	static byte[] envelope(Element message) {
		return XmlWriter.write(SoapEnvelope.wrap(message));
	}

	/** What the body of an answer holds; a fault, which SOAP 1.1 sends with status 500, is an error. */
	private static Element answer(URI address, HttpTransport.Reply reply) throws AuthorityException, XmlException {
		if (reply.status() != 200 && reply.status() != 500) {
			throw new BadAnswer(address.toString(), status(reply.status()), null);
		}
		requireXml(address, reply);
		var answer = SoapEnvelope.unwrap(XmlReader.read(reply.body()));
		var fault = SoapEnvelope.fault(answer);
		if (fault.isPresent()) {
			throw Refusals.of(fault.get(), address);
		}
		if (reply.status() == 500) {
			throw new BadAnswer(address.toString(), status(reply.status()), null);
		}
		return answer;
	}

	private static String status(int status) {
		return switch (status) {
			case 407 -> TEXTS.get("answer.proxyPassword", status);
			case 502, 503, 504 -> TEXTS.get("answer.notThere", status);
			default -> TEXTS.get("answer.status", status);
		};
	}

	private static void requireXml(URI address, HttpTransport.Reply reply) throws BadAnswer {
		var type = reply.contentType().toLowerCase(Locale.ROOT);
		if (!XML_TYPE.matcher(type).matches() || OTHER_CHARSET.matcher(type).matches()) {
			throw new BadAnswer(address.toString(), reply.status() == 200 ? TEXTS.get("answer.page", reply.contentType())
					: status(reply.status()), null);
		}
	}

	private static void requireAnswerTo(Operation operation, byte[] envelope, Element answer) throws XmlException {
		if (!XmlChildren.isNamed(answer, operation.service().namespace(), operation.responseName())) {
			throw new XmlException(operation.responseName() + " was expected, not " + answer.getLocalName());
		}
		var inResponseTo = answer.getAttribute("InResponseTo");
		var id = SoapEnvelope.unwrap(XmlReader.read(envelope)).getAttribute("Id");
		if (!inResponseTo.isEmpty() && !id.isEmpty() && !inResponseTo.equals(id)) {
			throw new XmlException("an answer to " + inResponseTo + ", not to " + id);
		}
	}
}
