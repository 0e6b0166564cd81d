package org.certbench.deployment.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Setting;
import org.certbench.core.Setting.Form;
import org.certbench.core.Texts;
import org.certbench.deployment.Delivery;
import org.certbench.deployment.Delivery.Fact;
import org.certbench.deployment.DeploymentException.SameFile;
import org.certbench.deployment.DeploymentTarget;

/** Copies the keystore into the folder where software expects it, and runs a command afterwards, where one is given. */
public final class FolderTarget implements DeploymentTarget {

	private static final Texts TEXTS = Texts.of(FolderTarget.class);
	private static final String FOLDER = "folder";
	private static final String NAME = "name";
	private static final String COMMAND = "command";
	private static final String SECONDS = "seconds";
	private static final String ONE_MINUTE = "60";
	/** Up to an hour. */
	private static final Pattern TIME = Pattern.compile("[1-9]\\d{0,2}|[12]\\d{3}|3[0-5]\\d{2}|3600");
	private static final Pattern FILE_NAME = Pattern.compile("(?!\\.{1,2}$)[^/\\\\:*?\"<>|\\p{Cntrl}]+");

	private final InstantSource clock;

	/** As the extension makes it. */
	public FolderTarget() {
		this(InstantSource.system());
	}

	FolderTarget(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public List<Setting> settings() {
		return List.of(setting(FOLDER, Form.FOLDER, true, ""), setting(NAME, Form.TEXT, false, ""),
				setting(COMMAND, Form.TEXT, false, ""), setting(SECONDS, Form.TEXT, false, ONE_MINUTE));
	}

	private static Setting setting(String id, Form form, boolean required, String preset) {
		return new Setting(id, form, TEXTS.get("folder." + id), TEXTS.get("folder." + id + ".hint"), required, preset);
	}

	@Override
	public List<Setting.Problem> check(Map<String, String> settings) {
		var problems = new ArrayList<Setting.Problem>();
		if (settings.containsKey(FOLDER) && !isFolder(settings.get(FOLDER))) {
			problems.add(new Setting.Problem(FOLDER, TEXTS.get("wrong.folder")));
		}
		if (settings.containsKey(NAME) && !FILE_NAME.matcher(settings.get(NAME)).matches()) {
			problems.add(new Setting.Problem(NAME, TEXTS.get("folder.name.wrong")));
		}
		if (settings.containsKey(COMMAND) && CommandLine.parse(settings.get(COMMAND)).isEmpty()) {
			problems.add(new Setting.Problem(COMMAND, TEXTS.get("folder.command.wrong")));
		}
		if (settings.containsKey(SECONDS) && !TIME.matcher(settings.get(SECONDS)).matches()) {
			problems.add(new Setting.Problem(SECONDS, TEXTS.get("folder.seconds.wrong")));
		}
		return problems;
	}

	/** Whether the text is the whole path of a folder that is there. */
	static boolean isFolder(String text) {
		try {
			var path = Path.of(text);
			return path.isAbsolute() && Files.isDirectory(path);
		} catch (InvalidPathException e) {
			return false;
		}
	}

	@Override
	public Delivery deploy(Path keystore, Map<String, String> settings, Progress progress) throws ProblemException {
		var place = Path.of(settings.get(FOLDER)).resolve(settings.getOrDefault(NAME, keystore.getFileName().toString()));
		refuseItself(keystore, place);
		progress.doing(TEXTS.get("folder.copying", place));
		progress.checkCancelled();
		var copy = Publication.of(place, Publication.read(keystore), clock);
		var facts = new ArrayList<Fact>();
		facts.add(new Fact(TEXTS.get("fact.file"), copy.file().toString()));
		copy.backup().ifPresent(before -> facts.add(new Fact(TEXTS.get("fact.before"), before.getFileName().toString())));
		facts.add(new Fact(TEXTS.get("fact.rights"), TEXTS.get("fact.rights.owner")));
		if (settings.containsKey(COMMAND)) {
			facts.addAll(runCommand(settings, copy.file(), progress));
		}
		return new Delivery(facts);
	}

	private static void refuseItself(Path keystore, Path place) throws SameFile {
		try {
			if (Files.exists(place) && Files.isSameFile(keystore, place)) {
				throw new SameFile(place);
			}
		} catch (IOException notTold) {
			// whether it can be written is seen next, and said
		}
	}

	private static List<Fact> runCommand(Map<String, String> settings, Path copy, Progress progress)
			throws ProblemException {
		var command = CommandLine.parse(settings.get(COMMAND)).orElseThrow();
		progress.doing(TEXTS.get("folder.running", command.program()));
		var limit = Duration.ofSeconds(Long.parseLong(settings.getOrDefault(SECONDS, ONE_MINUTE)));
		var said = new CommandRun(command, copy, limit).run(progress);
		var facts = new ArrayList<>(List.of(new Fact(TEXTS.get("fact.command"), settings.get(COMMAND))));
		if (!said.isEmpty()) {
			facts.add(new Fact(TEXTS.get("fact.said"), said));
		}
		return facts;
	}
}
