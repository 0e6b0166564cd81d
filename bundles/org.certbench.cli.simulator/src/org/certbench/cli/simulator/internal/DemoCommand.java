package org.certbench.cli.simulator.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.UsageException;
import org.certbench.core.PrivateFiles;
import org.certbench.core.ProblemException;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;
import org.certbench.ehealth.simulator.Simulators;
import org.certbench.keystore.KeystoreException;

import picocli.CommandLine.Option;

/**
 * {@code demo}: a whole life, by the same flows as any other, on a simulator and with data of its own
 * that are gone afterwards; only the keystores stay. It can be run again at any time.
 */
public final class DemoCommand implements CliCommand {

	private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

	@Option(names = "--folder", paramLabel = "DIR")
	private Path chosenFolder;

	@Option(names = "--issuer", paramLabel = "rsa|ec", defaultValue = "ec", converter = Words.IssuerByWord.class)
	private Issuer issuer;

	@Option(names = "--card-key", paramLabel = "rsa|ec", defaultValue = "rsa", converter = Words.ReaderByWord.class)
	private String reader;

	@Override
	public int run(CliContext context) throws ProblemException, UsageException {
		Words.refuseOtherEnvironments(context);
		var folder = folder(context);
		var privateData = temporaryFolder();
		try {
			context.useData(privateData);
			var simulators = context.service(Simulators.class);
			// Only the first certificate is backdated: its renewal is due at once, that of the second is not.
			try (var simulator = simulators.serve(simulators.usualFolder(), 0)) {
				simulator.change(SimulatorSettings.DEFAULT.withIssuer(issuer).withBackdating(Backdating.NEXT));
				var report = new DemoLife(context, folder, reader).run();
				context.output().answer(report, report.lines());
			}
			return DONE;
		} finally {
			delete(privateData);
		}
	}

	private Path folder(CliContext context) throws KeystoreException {
		var folder = chosenFolder == null ? context.dataFolder().resolve("demo").resolve(NOW.format(LocalDateTime.now()))
				: chosenFolder.toAbsolutePath().normalize();
		try {
			PrivateFiles.createFolder(folder);
			return folder;
		} catch (IOException e) {
			throw new KeystoreException.NotSaved(folder, e);
		}
	}

	private static Path temporaryFolder() throws KeystoreException {
		try {
			return Files.createTempDirectory("certbench-demo");
		} catch (IOException e) {
			throw new KeystoreException.NotAccessible(Path.of(System.getProperty("java.io.tmpdir")), e);
		}
	}

	private static void delete(Path folder) throws KeystoreException {
		try (var files = Files.walk(folder)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		} catch (IOException e) {
			throw new KeystoreException.NotAccessible(folder, e);
		}
	}
}
