package org.certbench.ui;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.certbench.core.Finding;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;
import org.eclipse.swt.widgets.Control;

/**
 * What is known now, the same for all views: a service. It follows the inventory, the journal and
 * the passing of time, and applies the rules once for everybody, in the background. Thread-safe.
 */
public interface Overview {

	/**
	 * What was known at a moment.
	 *
	 * @param at           when it was put together; days left count from here
	 * @param certificates every known keystore
	 * @param findings     of all rules, the worst first
	 * @param requests     every request, oldest first
	 */
	record Snapshot(Instant at, List<CertificateLife> certificates, List<Finding> findings,
			List<RequestRecord> requests) {

		public Snapshot {
			certificates = List.copyOf(certificates);
			findings = List.copyOf(findings);
			requests = List.copyOf(requests);
		}

		/** The findings about a certificate's file, the worst first. */
		public List<Finding> findingsFor(CertificateLife certificate) {
			URI file = certificate.file().toUri();
			return findings.stream().filter(finding -> finding.subject().equals(file)).toList();
		}

		/** The requests for which something is still to be done. */
		public List<RequestRecord> pending() {
			return requests.stream().filter(RequestRecord::isPending).toList();
		}
	}

	/** What is known now; empty in the first moments. */
	Snapshot snapshot();

	/** Looks at the disk again, in a Job that the person sees; returns at once. */
	void refresh();

	/** Tells each new snapshot, in a background thread, until the watch is closed. */
	Watch watch(Consumer<Snapshot> changed);

	/**
	 * Shows snapshots in a control for as long as it lives: the present one now, each later one when
	 * it comes. UI thread.
	 *
	 * @param show called in the UI thread
	 */
	default void showIn(Control control, Consumer<Snapshot> show) {
		show.accept(snapshot());
		var watch = watch(snapshot -> UiThread.in(control, () -> show.accept(snapshot)));
		control.addDisposeListener(disposed -> watch.close());
	}

	/** A running watch. */
	@FunctionalInterface
	interface Watch extends AutoCloseable {
		@Override
		void close();
	}
}
