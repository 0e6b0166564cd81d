package org.certbench.doctor;

import java.util.List;
import java.util.function.Consumer;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Progress;

/** Looks what this computer has and lacks, by all checks that are installed: a service. Thread-safe. */
public interface Doctor {

	/**
	 * What will be looked at.
	 *
	 * @param id   of the check
	 * @param name for people, translated
	 */
	record Check(String id, String name) {
	}

	/** The installed checks, in their order. */
	List<Check> checks();

	/**
	 * Looks at everything. May take seconds; not for the UI thread.
	 *
	 * @param environment the one whose services and folders are looked at
	 * @param seen        told each part as soon as it was looked at, in the thread of the caller
	 * @throws Cancelled where the person stopped it; what was told until then holds
	 */
	Diagnosis examine(Environment environment, Progress progress, Consumer<Diagnosis.Part> seen) throws Cancelled;
}
