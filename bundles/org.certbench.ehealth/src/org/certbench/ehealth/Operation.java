package org.certbench.ehealth;

import static org.certbench.ehealth.Service.CERTRA;
import static org.certbench.ehealth.Service.ETKDEPOT;
import static org.certbench.ehealth.Service.ETKRA;

/** The operations of the eHealth services: their messages' names, and the SOAPAction with which they are sent. */
public enum Operation {

	GET_ACTOR_QUALITIES(CERTRA, "GetActorQualities", Prefix.CERTRA + "getActorQualities"),
	GET_GENERIC_ORGANIZATION_TYPES(CERTRA, "GetGenericOrganizationTypes", Prefix.CERTRA + "getGenericOrganizationTypes"),
	GET_EXISTING_APPLICATION_IDS(CERTRA, "GetExistingApplicationIds", Prefix.ETEE_CERTRA + "getexistingapplicationids"),
	GENERATE_CONTRACT(CERTRA, "GenerateContract", Prefix.CERTRA + "generateContract"),
	GENERATE_CERTIFICATE(CERTRA, "GenerateCertificate", Prefix.ETEE_CERTRA + "generatecertificate"),
	GET_CERTIFICATE(CERTRA, "GetCertificate", Prefix.ETEE_CERTRA + "getcertificate"),
	GET_CERTIFICATE_INFO_FOR_CITIZEN(CERTRA, "GetCertificateInfoForCitizen",
			Prefix.CERTRA + "getCertificateInfoForCitizen"),
	GET_CERTIFICATE_INFO_FOR_AUTHENTICATION_CERTIFICATE(CERTRA, "GetCertificateInfoForAuthenticationCertificate",
			Prefix.ETEE_CERTRA + "getCertificateInfoForAuthenticationCertificate"),
	GENERATE_REVOCATION_CONTRACT(CERTRA, "GenerateRevocationContract", Prefix.CERTRA + "generateRevocationContract"),
	REVOKE(CERTRA, "Revoke", Prefix.ETEE_CERTRA + "revoke"),
	SUBMIT_CSR_FOR_FOREIGNER(CERTRA, "SubmitCSRForForeigner", Prefix.CERTRA + "submitCSRForForeigner"),

	START_ETK_REGISTRATION(ETKRA, "StartETKRegistration", Prefix.ETKRA + "startETKRegistration"),
	/** The small r of its SOAPAction is the service's own. */
	COMPLETE_ETK_REGISTRATION(ETKRA, "CompleteETKRegistration", Prefix.ETKRA + "completeETKregistration"),
	ACTIVATE_ETK(ETKRA, "ActivateETK", Prefix.ETKRA + "activateETK"),

	GET_ETK(ETKDEPOT, "GetEtk", "");

	private final Service service;
	private final String messageName;
	private final String soapAction;

	Operation(Service service, String messageName, String soapAction) {
		this.service = service;
		this.messageName = messageName;
		this.soapAction = soapAction;
	}

	public Service service() {
		return service;
	}

	/** The bare name, as in names of trace files. */
	public String messageName() {
		return messageName;
	}

	/** The local name of the request, in the {@link #service()}'s namespace. */
	public String requestName() {
		return messageName + "Request";
	}

	/** The local name of the response, in the {@link #service()}'s namespace. */
	public String responseName() {
		return messageName + "Response";
	}

	/** As the client must send it; the prefixes differ within one service, in reality too. */
	public String soapAction() {
		return soapAction;
	}

	private static final class Prefix {
		static final String CERTRA = "urn:be:fgov:ehealth:certra:protocol:v2:";
		static final String ETEE_CERTRA = "urn:be:fgov:ehealth:etee:certra:protocol:v2:";
		static final String ETKRA = "urn:be:fgov:ehealth:etee:etkra:protocol:v2:";
	}
}
