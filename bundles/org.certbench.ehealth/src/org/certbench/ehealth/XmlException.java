package org.certbench.ehealth;

/** XML that is refused: not well-formed, hostile, or not what stands here by the protocol. */
public final class XmlException extends Exception {

	private static final long serialVersionUID = 1L;

	/** @param message what was wrong, one sentence for support (English) */
	public XmlException(String message) {
		super(message);
	}

	public XmlException(String message, Throwable cause) {
		super(message, cause);
	}
}
