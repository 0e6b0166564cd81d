package org.certbench.deployment.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Setting;
import org.certbench.core.Setting.Form;
import org.certbench.core.Texts;
import org.certbench.deployment.Delivery;
import org.certbench.deployment.Delivery.Fact;
import org.certbench.deployment.DeploymentException;
import org.certbench.deployment.DeploymentTarget;

/**
 * Makes a file of the keystore that only the integrator can open, with the key of their certificate. The
 * keystore inside stays locked with its own password, which is told in another way.
 */
public final class EncryptedFileTarget implements DeploymentTarget {

	private static final Texts TEXTS = Texts.of(EncryptedFileTarget.class);
	private static final String CERTIFICATE = "certificate";
	private static final String FOLDER = "folder";

	private final InstantSource clock;

	/** As the extension makes it. */
	public EncryptedFileTarget() {
		this(InstantSource.system());
	}

	EncryptedFileTarget(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public List<Setting> settings() {
		return List.of(setting(CERTIFICATE, Form.FILE), setting(FOLDER, Form.FOLDER));
	}

	private static Setting setting(String id, Form form) {
		return new Setting(id, form, TEXTS.get("encrypted." + id), TEXTS.get("encrypted." + id + ".hint"), true, "");
	}

	@Override
	public List<Setting.Problem> check(Map<String, String> settings) {
		var problems = new ArrayList<Setting.Problem>();
		if (settings.containsKey(CERTIFICATE)) {
			try {
				recipient(settings);
			} catch (DeploymentException e) {
				problems.add(new Setting.Problem(CERTIFICATE, e.getMessage()));
			} catch (InvalidPathException e) {
				problems.add(new Setting.Problem(CERTIFICATE, TEXTS.get("encrypted.certificate.wrong")));
			}
		}
		if (settings.containsKey(FOLDER) && !FolderTarget.isFolder(settings.get(FOLDER))) {
			problems.add(new Setting.Problem(FOLDER, TEXTS.get("wrong.folder")));
		}
		return problems;
	}

	private Recipient recipient(Map<String, String> settings) throws DeploymentException {
		return Recipient.read(Path.of(settings.get(CERTIFICATE)), clock.instant());
	}

	@Override
	public Delivery deploy(Path keystore, Map<String, String> settings, Progress progress) throws ProblemException {
		var recipient = recipient(settings);
		progress.doing(TEXTS.get("encrypted.encrypting", recipient.name()));
		progress.checkCancelled();
		var name = keystore.getFileName().toString();
		var file = Publication.of(Path.of(settings.get(FOLDER)).resolve(name + ".p7m"),
				Envelope.seal(Publication.read(keystore), recipient), clock).file();
		return new Delivery(List.of(new Fact(TEXTS.get("fact.file"), file.toString()),
				new Fact(TEXTS.get("encrypted.for"), recipient.name()),
				new Fact(TEXTS.get("encrypted.open"),
						"openssl cms -decrypt -inform DER -in \"%s\" -inkey KEY.pem -out \"%s\"".formatted(file.getFileName(), name))));
	}
}
