package org.certbench.reminder.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.certbench.core.LineFile;
import org.certbench.core.PrivateFiles;
import org.certbench.reminder.Reminder;
import org.certbench.reminder.ReminderFileException;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/** What was told to whom: a file of JSON lines that is only appended to. */
final class Told {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Path file;

	Told(Path file) {
		this.file = file;
	}

	/**
	 * A line of the file.
	 *
	 * @param at          when it was told, ISO 8601
	 * @param to          an address, or the workbench
	 * @param certificate its identity
	 * @param threshold   days
	 */
	private record Line(String at, String to, String certificate, int threshold) {

		/** What was told before the certificate began was about an earlier one in the same file. */
		boolean covers(Reminder reminder) {
			return certificate.equals(reminder.certificate().identity()) && threshold <= reminder.threshold()
					&& reminder.certificate().dates().filter(dates -> !Instant.parse(at).isBefore(dates.notBefore())).isPresent();
		}
	}

	/** Those of the reminders that somebody was not told yet. */
	List<Reminder> withoutTold(List<Reminder> reminders, String to) throws ReminderFileException {
		var lines = lines(to);
		return reminders.stream().filter(reminder -> lines.stream().noneMatch(line -> line.covers(reminder))).toList();
	}

	/** Notes what somebody was told. */
	void note(List<Reminder> reminders, String to, Instant at) throws ReminderFileException {
		append(reminders.stream().map(each -> GSON.toJson(new Line(at.toString(), to, each.certificate().identity(),
				each.threshold()))).toList());
	}

	/** Makes sure, before anything is sent, that it can be noted. */
	void open() throws ReminderFileException {
		if (Files.notExists(file)) {
			append(List.of());
		} else if (!Files.isWritable(file)) {
			throw ReminderFileException.notKept(file, new IOException("not writable"));
		}
	}

	private void append(List<String> lines) throws ReminderFileException {
		try {
			PrivateFiles.createFolder(file.getParent());
			LineFile.append(file, lines);
		} catch (IOException e) {
			throw ReminderFileException.notKept(file, e);
		}
	}

	private List<Line> lines(String to) throws ReminderFileException {
		try {
			return LineFile.read(file).stream().flatMap(text -> line(text).stream()).filter(line -> to.equals(line.to())).toList();
		} catch (NoSuchFileException nothingTold) {
			return List.of();
		} catch (IOException e) {
			throw ReminderFileException.notKept(file, e);
		}
	}

	/** Nothing of half a line that a crash left behind. */
	private static Optional<Line> line(String text) {
		try {
			return Optional.ofNullable(GSON.fromJson(text, Line.class)).filter(line -> line.at() != null && line.certificate() != null);
		} catch (JsonParseException halfALine) {
			return Optional.empty();
		}
	}
}
