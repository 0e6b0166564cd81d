package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Namespaces.CERTRA_CORE;
import static org.certbench.ehealth.Namespaces.COMMONS;
import static org.certbench.ehealth.Namespaces.SCHEMA_INSTANCE;
import static org.certbench.ehealth.Operation.GET_ACTOR_QUALITIES;
import static org.certbench.ehealth.Operation.GET_EXISTING_APPLICATION_IDS;
import static org.certbench.ehealth.Operation.GET_GENERIC_ORGANIZATION_TYPES;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.certbench.authority.Applicant;
import org.certbench.authority.AuthorityException;
import org.certbench.authority.OrganisationType;
import org.certbench.authority.OrganisationTypes;
import org.certbench.core.DistinguishedName;
import org.certbench.core.Holder;
import org.certbench.core.Identifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.w3c.dom.Element;

/** Who may order: GetActorQualities, GetGenericOrganizationTypes and GetExistingApplicationIds. */
final class ApplicantMessages implements OrganisationTypes {

	/** How a Belgian card's certificate marks the use of the key after the person's name. */
	private static final String USE = "\\s*\\((Authentication|Signature)\\)$";

	private final Channel channel;

	ApplicantMessages(Channel channel) {
		this.channel = channel;
	}

	/** The person first where it may order for itself, then the organisations it represents. */
	List<Applicant> applicants(Identifier person, Signer authentication, Progress progress) throws ProblemException {
		var request = channel.request(GET_ACTOR_QUALITIES);
		WireTypes.writeIdentifier(request, CERTRA, "SSIN", person);
		var qualities = channel.ask(GET_ACTOR_QUALITIES, request, authentication, ApplicantMessages::qualities, progress);
		var applicants = new ArrayList<Applicant>();
		if (qualities.forItself()) {
			applicants.add(new Applicant(Holder.of(person), nameOf(authentication), List.of()));
		}
		for (var organisation : qualities.organisations()) {
			applicants.add(new Applicant(Holder.of(organisation.identifier()), organisation.name(),
					applicationIds(organisation.identifier(), progress)));
		}
		return applicants;
	}

	/** Those of an organisation's certificates; empty for one without. */
	private List<String> applicationIds(Identifier organisation, Progress progress) throws ProblemException {
		var request = channel.request(GET_EXISTING_APPLICATION_IDS);
		WireTypes.writeIdentifier(request, CERTRA, "OrganizationIdentifier", organisation);
		return channel.sendWithoutStatus(GET_EXISTING_APPLICATION_IDS, Channel.envelope(request.element()),
				ApplicantMessages::applicationIds, progress);
	}

	/** This answer has no status, unless it says no. */
	private static List<String> applicationIds(XmlChildren answer) throws XmlException, AuthorityException {
		var status = answer.optional(COMMONS, "Status");
		if (status.isPresent()) {
			Refusals.check(status.get());
		}
		var ids = answer.all(CERTRA, "ApplicationId").stream().map(ApplicantMessages::textUnlessNil).toList();
		answer.end();
		return ids;
	}

	@Override
	public List<OrganisationType> types(Progress progress) throws ProblemException {
		return channel.ask(GET_GENERIC_ORGANIZATION_TYPES, channel.request(GET_GENERIC_ORGANIZATION_TYPES), answer -> {
			var types = new ArrayList<OrganisationType>();
			for (var element : answer.all(CERTRA, "OrganizationType")) {
				types.add(type(element));
			}
			return types;
		}, progress);
	}

	private record Organisation(Identifier identifier, String name) {
	}

	private record Qualities(boolean forItself, List<Organisation> organisations) {
	}

	private static Qualities qualities(XmlChildren answer) throws XmlException {
		var forItself = WireTypes.bool(answer.required(CERTRA, "NaturalPersonAuthorization"));
		var organisations = new ArrayList<Organisation>();
		for (var element : answer.all(CERTRA, "OrganizationAuthorization")) {
			var parts = XmlChildren.of(element);
			var names = WireTypes.texts(parts.required(CERTRA_CORE, "Name"));
			organisations.add(new Organisation(WireTypes.identifier(parts.required(CERTRA_CORE, "Identifier")),
					inTheUsersLanguage(names)));
		}
		return new Qualities(forItself, organisations);
	}

	private static OrganisationType type(Element element) throws XmlException {
		var parts = XmlChildren.of(element);
		var names = WireTypes.texts(parts.required(CERTRA_CORE, "Name"));
		var code = parts.text(CERTRA_CORE, "IdentifierType");
		var form = parts.optionalText(CERTRA_CORE, "ValidationRegEx");
		return new OrganisationType(code.substring(code.lastIndexOf(':') + 1), names, form,
				texts(parts, "CheckDigitAlgorithm"), texts(parts, "AvailableBaseService"));
	}

	private static List<String> texts(XmlChildren parts, String name) {
		return parts.all(CERTRA_CORE, name).stream().map(XmlChildren::textOf).toList();
	}

	private static String textUnlessNil(Element element) {
		return element.getAttributeNS(SCHEMA_INSTANCE, "nil").matches("true|1") ? "" : XmlChildren.textOf(element);
	}

	private static String inTheUsersLanguage(Map<String, String> names) {
		var anyName = names.values().stream().findFirst().orElse("");
		return names.getOrDefault(Locale.getDefault().getLanguage(), names.getOrDefault("fr", anyName));
	}

	private static String nameOf(Signer authentication) {
		return DistinguishedName.of(authentication.certificate().getSubjectX500Principal()).values("CN").stream()
				.findFirst().orElse("").replaceFirst(USE, "");
	}
}
