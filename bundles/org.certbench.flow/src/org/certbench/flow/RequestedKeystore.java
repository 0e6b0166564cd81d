package org.certbench.flow;

import java.nio.file.Files;
import java.nio.file.Path;

import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/** Where the keystore of a request lies now: days pass between two phases, in which people tidy their folders. */
final class RequestedKeystore {

	private RequestedKeystore() {
	}

	/**
	 * Its place in the journal; where it is not there any more, the one at which the inventory finds its key. The
	 * folders are looked through for it, so this is not for the UI thread.
	 *
	 * @return the place in the journal too where it is nowhere: whoever opens it will be told
	 */
	static Path of(RequestRecord request, FlowSession session, Progress progress) throws Cancelled {
		if (Files.exists(request.keystore())) {
			return request.keystore();
		}
		return session.services().inventory().scan(progress).stream()
				.filter(life -> life.keyIdentifier().filter(request.key()::equals).isPresent()).map(CertificateLife::file)
				.filter(Files::exists).findFirst().orElse(request.keystore());
	}
}
