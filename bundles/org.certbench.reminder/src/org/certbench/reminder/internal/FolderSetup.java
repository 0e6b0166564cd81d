package org.certbench.reminder.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.certbench.core.DataFolder;
import org.certbench.core.PrivateFiles;
import org.certbench.core.Secret;
import org.certbench.reminder.ReminderFileException;
import org.certbench.reminder.ReminderSettings;
import org.certbench.reminder.ReminderSetup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/** The settings and the password as two files in the folder {@code reminders} of the product's data. */
@Component
public final class FolderSetup implements ReminderSetup {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private final DataFolder data;

	@Activate
	public FolderSetup(@Reference DataFolder data) {
		this.data = data;
	}

	/** Where everything about the reminders is kept. */
	static Path folder(DataFolder data) {
		return data.path().resolve("reminders");
	}

	@Override
	public Path file() {
		return folder(data).resolve("settings.json");
	}

	@Override
	public ReminderSettings settings() throws ReminderFileException {
		try {
			var document = GSON.fromJson(Files.readString(file()), SettingsDocument.class);
			return document == null ? ReminderSettings.DEFAULT : document.settings();
		} catch (NoSuchFileException nothingSet) {
			return ReminderSettings.DEFAULT;
		} catch (JsonParseException | IllegalArgumentException e) {
			throw ReminderFileException.notUnderstood(file(), e);
		} catch (IOException e) {
			throw ReminderFileException.notKept(file(), e);
		}
	}

	@Override
	public void keep(ReminderSettings settings) throws ReminderFileException {
		write(file(), GSON.toJson(SettingsDocument.of(settings)).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public Optional<Secret> password() throws ReminderFileException {
		try {
			byte[] bytes = Files.readAllBytes(passwordFile());
			var characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
			Arrays.fill(bytes, (byte) 0);
			var secret = Secret.taking(Arrays.copyOf(characters.array(), characters.limit()));
			Arrays.fill(characters.array(), '\0');
			return Optional.of(secret);
		} catch (NoSuchFileException none) {
			return Optional.empty();
		} catch (IOException e) {
			throw ReminderFileException.notKept(passwordFile(), e);
		}
	}

	@Override
	public void keepPassword(Secret password) throws ReminderFileException {
		if (password.isEmpty()) {
			forgetPassword();
			return;
		}
		var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password.characters()));
		byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
		try {
			write(passwordFile(), bytes);
		} finally {
			Arrays.fill(bytes, (byte) 0);
			Arrays.fill(encoded.array(), (byte) 0);
		}
	}

	private void forgetPassword() throws ReminderFileException {
		try {
			Files.deleteIfExists(passwordFile());
		} catch (IOException e) {
			throw ReminderFileException.notKept(passwordFile(), e);
		}
	}

	private Path passwordFile() {
		return folder(data).resolve("smtp-password");
	}

	private static void write(Path file, byte[] content) throws ReminderFileException {
		try {
			PrivateFiles.createFolder(file.getParent());
			PrivateFiles.write(file, content);
		} catch (IOException e) {
			throw ReminderFileException.notKept(file, e);
		}
	}
}
