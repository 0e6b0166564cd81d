package org.certbench.ehealth.internal;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.certbench.authority.AuthorityException;
import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.SoapFault;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.w3c.dom.Element;

/** Makes typed errors of the status, the errors and the faults with which the services say no. */
final class Refusals {

	private static final String SUCCESS = "urn:be:fgov:ehealth:2.0:status:Success";

	private static final String NOT_YET_DELIVERED = "CERT_NOT_YET_DELIVERED";
	private static final Pattern NOT_YET_VALID = Pattern.compile("AUTH_CERT_NOT_YET_VALID(?:\\[([^\\]]*)\\])?");
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
	private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

	/**
	 * Pages of the catalogue by words in a code. The full list of codes is not public, so only words are
	 * looked for; what has none of them is a refusal like any other.
	 */
	private static final Map<Pattern, String> PROBLEMS = problems();

	private Refusals() {
	}

	/** Fails unless a status says success. */
	static void check(Element status) throws AuthorityException, XmlException {
		var parts = XmlChildren.of(status);
		var code = parts.required(Namespaces.COMMONS, "StatusCode");
		if (code.getAttribute("Value").equals(SUCCESS)) {
			return;
		}
		var message = parts.optionalText(Namespaces.COMMONS, "StatusMessage");
		var detail = parts.optional(Namespaces.COMMONS, "StatusDetail");
		var errors = detail.isPresent() ? errors(detail.get()) : List.<Error>of();
		throw of(errors.isEmpty() ? new Error(innermost(code), message, Map.of()) : together(errors));
	}

	/**
	 * The error that a SOAP fault means. A fault of the server itself decides nothing: the same message
	 * may succeed later (SOAP 1.1 section 4.4.1).
	 */
	static AuthorityException of(SoapFault fault, URI address) {
		var words = fault.detail().isEmpty() ? fault.text() : fault.text() + ": " + fault.detail();
		var error = of(fault.code(), words);
		return error instanceof Refused && fault.code().startsWith("Server")
				? new BadAnswer(address.toString(), fault.code() + " - " + words, null) : error;
	}

	/** The error that a code and words mean. */
	static AuthorityException of(String code, String words) {
		return of(new Error(code, words, Map.of()));
	}

	private record Error(String code, String message, Map<String, String> parameters) {
	}

	private static AuthorityException of(Error error) {
		var all = error.code() + " " + error.message();
		if (all.contains(NOT_YET_DELIVERED)) {
			return new NotYetIssued(null);
		}
		var notYetValid = NOT_YET_VALID.matcher(all);
		if (notYetValid.find()) {
			return new NotYetIssued(from(notYetValid.group(1)));
		}
		return new Refused(problem(error.code()), error.code(), error.message(), error.parameters());
	}

	/** A minute later than said, which is told without seconds; null where it cannot be read. */
	private static Instant from(String moment) {
		try {
			return moment == null ? null
					: LocalDateTime.parse(moment, MOMENT).atZone(BELGIUM).toInstant().plus(Duration.ofMinutes(1));
		} catch (DateTimeException e) {
			return null;
		}
	}

	private static String innermost(Element code) {
		var nested = XmlChildren.of(code).optional(Namespaces.COMMONS, "StatusCode");
		return nested.isPresent() ? innermost(nested.get()) : code.getAttribute("Value");
	}

	private static List<Error> errors(Element detail) throws XmlException {
		var errors = new ArrayList<Error>();
		var details = XmlChildren.of(detail);
		for (var next = details.next(); next.isPresent(); next = details.next()) {
			if (XmlChildren.isNamed(next.get(), Namespaces.ETEE, "EteeStatusDetail")) {
				for (var error : XmlChildren.of(next.get()).all("", "Errors")) {
					errors.add(error(error));
				}
			}
		}
		return errors;
	}

	private static Error error(Element element) throws XmlException {
		var parts = XmlChildren.of(element);
		var code = parts.text("", "Code");
		var message = parts.text("", "Message");
		var parameters = new LinkedHashMap<String, String>();
		for (var parameter : parts.all("", "Parameters")) {
			var pair = XmlChildren.of(parameter);
			parameters.merge(pair.text("", "Name"), pair.text("", "Value"), (one, other) -> one + ", " + other);
		}
		return new Error(code, message, parameters);
	}

	/** Several errors as one, so that none is swallowed. */
	private static Error together(List<Error> errors) {
		var parameters = new LinkedHashMap<String, String>();
		errors.forEach(error -> error.parameters()
				.forEach((name, value) -> parameters.merge(name, value, (one, other) -> one + ", " + other)));
		return new Error(String.join(", ", errors.stream().map(Error::code).toList()),
				String.join(" ", errors.stream().map(Error::message).toList()), parameters);
	}

	private static String problem(String code) {
		return PROBLEMS.entrySet().stream().filter(entry -> entry.getKey().matcher(code).find()).map(Map.Entry::getValue)
				.findFirst().orElse("refused");
	}

	private static Map<Pattern, String> problems() {
		var problems = new LinkedHashMap<Pattern, String>();
		problems.put(Pattern.compile("LIMIT|MAXIMUM|TOO_MANY"), "limit-reached");
		problems.put(Pattern.compile("(?<!ETK_)ALREADY_ACTIVE"), "already-active");
		problems.put(Pattern.compile("SIGNER|MANAGER"), "manager-gone");
		problems.put(Pattern.compile("ORGANI[SZ]ATION|MANDATE|NOT_AUTHORI[SZ]ED"), "no-organisation");
		problems.put(Pattern.compile("CERT\\w*_EXPIRED"), "expired");
		problems.put(Pattern.compile("CERT\\w*_REVOKED"), "revoked");
		return problems;
	}
}
