package org.certbench.doctor.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.certbench.core.Observation;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.doctor.Machine;
import org.certbench.doctor.MachineCheck;

/** Whether the program can save its data and keystores. It tries, and leaves nothing. */
public final class FolderCheck implements MachineCheck {

	private static final Texts TEXTS = Texts.of(FolderCheck.class);
	private static final String PROBLEM = "data-folder";
	/** A keystore and what belongs to it need a few hundred kilobytes; logs and indexes more. */
	private static final long ENOUGH_BYTES = 100L << 20;

	@Override
	public List<Observation> look(Machine machine, Progress progress) {
		return List.of(look("data-folder", machine.dataFolder()), look("keystore-folder", machine.keystoreFolder()));
	}

	private static Observation look(String id, Path folder) {
		var subject = TEXTS.get(id);
		try {
			var place = existing(folder);
			Files.delete(Files.createTempFile(place, ".certbench", ".check"));
			return Files.getFileStore(place).getUsableSpace() < ENOUGH_BYTES
					? Observation.advice(id, subject, TEXTS.get("folder.full", folder), TEXTS.get("folder.full.remedy"), PROBLEM)
					: Observation.fine(id, subject, TEXTS.get("folder.writable", folder));
		} catch (IOException e) {
			return Observation.lacking(id, subject, TEXTS.get("folder.notWritable", folder),
					TEXTS.get("folder.notWritable.remedy"), PROBLEM);
		}
	}

	/** Where it is, or would be made. */
	private static Path existing(Path folder) {
		var place = folder.toAbsolutePath();
		while (!Files.exists(place) && place.getParent() != null) {
			place = place.getParent();
		}
		return place;
	}
}
