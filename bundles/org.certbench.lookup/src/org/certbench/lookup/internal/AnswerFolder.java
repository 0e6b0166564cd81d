package org.certbench.lookup.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

import org.certbench.core.KeyIdentifier;
import org.certbench.core.PrivateFiles;
import org.certbench.lookup.Answer;
import org.certbench.lookup.Answers;
import org.certbench.lookup.LookUpException;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/**
 * The answers on disk, a file for each question: the newest answer to a question takes the place of
 * the one before, so that processes need no lock. Thread-safe.
 */
public final class AnswerFolder {

	private static final System.Logger LOG = System.getLogger(AnswerFolder.class.getName());
	private static final String ENDING = ".json";
	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping()
			.registerTypeAdapter(Instant.class, writing()).registerTypeAdapter(Instant.class, reading(Instant::parse))
			.registerTypeAdapter(KeyIdentifier.class, writing())
			.registerTypeAdapter(KeyIdentifier.class, reading(KeyIdentifier::new)).create();

	private final Path folder;

	/** @param data the product's data folder */
	public AnswerFolder(Path data) {
		folder = data.resolve("lookup");
	}

	/**
	 * Keeps an answer.
	 *
	 * @param question what was asked, unmistakable among all questions to this environment
	 */
	public void keep(String question, Answer answer) throws LookUpException {
		var file = folder.resolve(answer.environment().id() + " " + question.replaceAll("[^A-Za-z0-9=,_-]", "_") + ENDING);
		try {
			PrivateFiles.createFolder(folder);
			PrivateFiles.write(file, GSON.toJson(answer).getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new LookUpException.NotKept(file, e);
		}
	}

	/** All answers that are kept; those that cannot be understood are left out. */
	public Answers read() {
		var answers = new ArrayList<Answer>();
		try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
			files.forEach(file -> read(file).ifPresent(answers::add));
		} catch (NoSuchFileException nothingAskedYet) {
			return new Answers(answers);
		} catch (IOException | DirectoryIteratorException e) {
			LOG.log(Level.WARNING, "what was looked up cannot be read: " + folder, e);
		}
		return new Answers(answers);
	}

	private static Optional<Answer> read(Path file) {
		try {
			return Optional.ofNullable(GSON.fromJson(Files.readString(file), Answer.class));
		} catch (IOException | JsonParseException | IllegalArgumentException | NullPointerException e) {
			LOG.log(Level.WARNING, "not understood, and left out: " + file, e);
			return Optional.empty();
		}
	}

	private static <T> JsonSerializer<T> writing() {
		return (value, type, context) -> new JsonPrimitive(value.toString());
	}

	private static <T> JsonDeserializer<T> reading(Function<String, T> parse) {
		return (json, type, context) -> parse.apply(json.getAsString());
	}
}
