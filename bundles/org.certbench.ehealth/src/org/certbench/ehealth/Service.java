package org.certbench.ehealth;

/** The eHealth services spoken here. */
public enum Service {

	/** Certificates. */
	CERTRA("/CertRa/v2", Namespaces.CERTRA),
	/** Encryption tokens: registration. */
	ETKRA("/EtkRa/v2", Namespaces.ETKRA),
	/** Encryption tokens: public look-up. */
	ETKDEPOT("/EtkDepot/v1", Namespaces.ETKDEPOT);

	private final String path;
	private final String namespace;

	Service(String path, String namespace) {
		this.path = path;
		this.namespace = namespace;
	}

	/** The path on the environment's host. */
	public String path() {
		return path;
	}

	/** The namespace of its messages. */
	public String namespace() {
		return namespace;
	}
}
