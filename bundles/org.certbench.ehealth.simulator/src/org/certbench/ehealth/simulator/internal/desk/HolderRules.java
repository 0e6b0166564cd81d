package org.certbench.ehealth.simulator.internal.desk;

import java.util.List;

import org.certbench.authority.ContactData;
import org.certbench.core.Holder;
import org.certbench.core.Identifier;

/** What is accepted as a holder, as contact data and as base services. Immutable. */
public final class HolderRules {

	private final OrganisationTypes types;

	public HolderRules(OrganisationTypes types) {
		this.types = types;
	}

	/** Demands a known type, the right form and the right check digits. */
	public void requireIdentifier(Identifier identifier) throws Refusal {
		boolean form = identifier.isPerson() || types.find(identifier.type())
				.filter(type -> identifier.value().matches(type.regularExpression())).isPresent();
		if (!form || !identifier.isPlausible()) {
			throw new Refusal(RefusalCode.IDENTIFIER_INVALID, "Identifier", identifier.toString());
		}
	}

	/** Demands a person's identifier. */
	public void requirePerson(Identifier identifier) throws Refusal {
		if (!identifier.isPerson()) {
			throw new Refusal(RefusalCode.IDENTIFIER_INVALID, "Identifier", identifier.toString());
		}
		requireIdentifier(identifier);
	}

	/** Makes a holder of an identifier and an application id, which only organisations have. */
	public Holder holder(Identifier identifier, String applicationId) throws Refusal {
		requireIdentifier(identifier);
		if (identifier.isPerson() && !applicationId.isEmpty()) {
			throw new Refusal(RefusalCode.APPLICATION_ID_INVALID, "ApplicationId", applicationId);
		}
		try {
			return new Holder(identifier, applicationId);
		} catch (IllegalArgumentException wrongForm) {
			throw new Refusal(RefusalCode.APPLICATION_ID_INVALID, "ApplicationId", applicationId);
		}
	}

	public void requireContact(ContactData contact) throws Refusal {
		require(ContactData.isEmail(contact.personalEmail()), "EmailPrivate");
		require(contact.generalEmail().isEmpty() || ContactData.isEmail(contact.generalEmail()), "EmailGeneral");
		require(ContactData.isPhone(contact.personalPhone()), "PhonePrivate");
		require(contact.generalPhone().isEmpty() || ContactData.isPhone(contact.generalPhone()), "PhoneGeneral");
	}

	public void requireBaseServices(Identifier holder, List<String> services) throws Refusal {
		var available = types.find(holder.type()).map(OrganisationTypes.Type::baseServices)
				.orElse(OrganisationTypes.BASE_SERVICES_OF_PERSONS);
		for (var service : services) {
			if (!available.contains(service)) {
				throw new Refusal(RefusalCode.BASE_SERVICE_UNKNOWN, "BaseService", service);
			}
		}
	}

	private static void require(boolean valid, String field) throws Refusal {
		if (!valid) {
			throw new Refusal(RefusalCode.CONTACT_DATA_INVALID, "Field", field);
		}
	}
}
