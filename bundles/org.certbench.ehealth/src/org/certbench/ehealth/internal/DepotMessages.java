package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.COMMONS_V1;
import static org.certbench.ehealth.Namespaces.ETKDEPOT;
import static org.certbench.ehealth.Operation.GET_ETK;

import java.util.ArrayList;
import java.util.List;

import org.certbench.authority.AuthorityException;
import org.certbench.authority.TokenDepot;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.w3c.dom.Element;

/** Looking up published tokens, open to all: GetEtk, of older base types than the rest. */
final class DepotMessages implements TokenDepot {

	private static final String FOUND = "200";
	private static final String NOT_FOUND = "404";

	private final Channel channel;

	DepotMessages(Channel channel) {
		this.channel = channel;
	}

	@Override
	public Answer find(Holder holder, Progress progress) throws ProblemException {
		var request = XmlBuilder.root(ETKDEPOT, GET_ETK.requestName());
		var identifier = request.child(ETKDEPOT, "SearchCriteria").child(ETKDEPOT, "Identifier");
		identifier.text(ETKDEPOT, "Type", holder.identifier().type());
		identifier.text(ETKDEPOT, "Value", holder.identifier().value());
		holder.application().ifPresent(id -> identifier.text(ETKDEPOT, "ApplicationID", id));
		return channel.sendWithoutStatus(GET_ETK, Channel.envelope(request.element()), answer -> read(holder, answer), progress);
	}

	/** These messages have no ids: that an answer is ours shows in the criteria that it repeats. */
	private static void requireAnswerTo(Holder asked, Element given) throws XmlException {
		var identifier = XmlChildren.of(XmlChildren.of(given).required(ETKDEPOT, "Identifier"));
		if (!identifier.text(ETKDEPOT, "Type").equals(asked.identifier().type())
				|| !identifier.text(ETKDEPOT, "Value").equals(asked.identifier().value())) {
			throw new XmlException("an answer about another holder");
		}
	}

	private static Answer read(Holder asked, XmlChildren answer) throws XmlException, AuthorityException {
		var status = XmlChildren.of(answer.required(COMMONS_V1, "Status"));
		var code = status.text("", "Code");
		if (!code.equals(FOUND)) {
			return noneOrRefused(code, words(status.all("", "Message")));
		}
		var given = answer.optional(ETKDEPOT, "GivenSearchCriteria");
		if (given.isPresent()) {
			requireAnswerTo(asked, given.get());
		}
		var token = answer.optional(ETKDEPOT, "ETK");
		if (token.isPresent()) {
			return new Answer.Token(WireTypes.bytes(token.get()));
		}
		var matching = answer.all(ETKDEPOT, "MatchingEtk");
		if (!matching.isEmpty()) {
			return new Answer.Several(holders(matching));
		}
		var error = XmlChildren.of(answer.required(ETKDEPOT, "Error"));
		return noneOrRefused(error.text(ETKDEPOT, "Code"), words(error.all(ETKDEPOT, "Message")));
	}

	private static Answer noneOrRefused(String code, String words) throws AuthorityException {
		if (code.equals(NOT_FOUND)) {
			return new Answer.None();
		}
		throw Refusals.of(code, words);
	}

	private static List<Holder> holders(List<Element> matching) throws XmlException {
		var holders = new ArrayList<Holder>();
		for (var match : matching) {
			for (var identifier : XmlChildren.of(match).all(ETKDEPOT, "Identifier")) {
				var parts = XmlChildren.of(identifier);
				var type = parts.text(ETKDEPOT, "Type");
				var value = parts.text(ETKDEPOT, "Value");
				holders.add(WireTypes.holder(identifier, WireTypes.identifier(identifier, type, value),
						parts.optionalText(ETKDEPOT, "ApplicationID")));
			}
		}
		return holders;
	}

	private static String words(List<Element> messages) {
		return String.join(" / ", messages.stream().map(XmlChildren::textOf).toList());
	}
}
