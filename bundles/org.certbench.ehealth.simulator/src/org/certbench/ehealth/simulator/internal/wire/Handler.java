package org.certbench.ehealth.simulator.internal.wire;

import java.io.IOException;

import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.w3c.dom.Element;

/** Answers the messages of one operation. */
@FunctionalInterface
interface Handler {

	/**
	 * Reads the request, does what it asks and writes what follows the status of the response.
	 *
	 * @param request  still in the document in which it was received
	 * @param response with its status already in it
	 * @throws Refusal      answered by a response with that status instead
	 * @throws XmlException answered by a fault: the message is not of the form agreed
	 */
	void answer(Element request, XmlBuilder response) throws Refusal, XmlException, IOException;
}
