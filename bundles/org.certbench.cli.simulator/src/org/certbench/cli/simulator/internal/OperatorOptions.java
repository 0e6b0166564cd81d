package org.certbench.cli.simulator.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.certbench.cli.Output;
import org.certbench.cli.UsageException;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.PrivateFiles;
import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.SimulatedRequest;
import org.certbench.ehealth.simulator.SimulatorControl;
import org.certbench.ehealth.simulator.SimulatorException;

import picocli.CommandLine.Option;

/** What the simulator's operator can do: decide on requests, and certify requests of other programs. */
final class OperatorOptions {

	private static final Texts TEXTS = Texts.of(OperatorOptions.class);

	@Option(names = "--requests")
	private boolean requests;

	@Option(names = "--issue-now", paramLabel = "KEY")
	private String issued;

	@Option(names = "--accept", paramLabel = "KEY")
	private String accepted;

	@Option(names = "--refuse", paramLabel = "KEY")
	private String refused;

	@Option(names = "--reason", paramLabel = "WORDS", defaultValue = "")
	private String reason;

	@Option(names = "--certify", paramLabel = "CSR")
	private Path certified;

	@Option(names = "--output", paramLabel = "FILE")
	private Path output;

	/** The JSON answer of deciding on requests. */
	private record Requests(List<Request> requests) {
	}

	/** A request as the operator sees it. */
	private record Request(String key, String holder, String requested, String stage) {

		private static Request of(SimulatedRequest request) {
			return new Request(request.key().hex(), request.holder().toString(), request.requested().toString(),
					Words.word(request.stage()));
		}

		private String line() {
			return key + "  " + requested + "  " + stage + "  " + holder;
		}
	}

	/** The JSON answer of certifying: the chain, leaf first, in PEM. */
	private record Certified(Path file, String chain) {
	}

	/** Whether anything of this is asked for. */
	boolean isWanted() {
		return requests || issued != null || accepted != null || refused != null || certified != null;
	}

	void work(SimulatorControl simulator, SettingsOptions settings, Output out) throws SimulatorException, UsageException {
		if (certified != null) {
			certify(simulator, settings.isBackdating(), out);
			return;
		}
		if (accepted != null) {
			simulator.accept(key(accepted));
		}
		if (refused != null) {
			simulator.refuse(key(refused), reason.isEmpty() ? TEXTS.get("operator.reason") : reason);
		}
		if (issued != null) {
			simulator.issue(key(issued));
		}
		var all = simulator.requests().stream().map(Request::of).toList();
		out.answer(new Requests(all), all.isEmpty() ? List.of(TEXTS.get("operator.none")) : all.stream().map(Request::line).toList());
	}

	private void certify(SimulatorControl simulator, boolean inRenewalWindow, Output out)
			throws SimulatorException, UsageException {
		var chain = Pem.write(simulator.certify(Pem.readRequest(read(certified)), inRenewalWindow));
		if (output == null) {
			out.answer(new Certified(null, chain), chain.lines().toList());
			return;
		}
		try {
			PrivateFiles.writeLikeBefore(output, chain.getBytes(StandardCharsets.US_ASCII));
		} catch (IOException e) {
			throw new UsageException(TEXTS.get("operator.notWritten", output), TEXTS.get("operator.otherFile"));
		}
		out.answer(new Certified(output.toAbsolutePath(), chain), List.of(TEXTS.get("operator.certified", output)));
	}

	private static byte[] read(Path file) throws UsageException {
		try {
			return Files.readAllBytes(file);
		} catch (IOException e) {
			throw new UsageException(TEXTS.get("operator.notRead", file), TEXTS.get("operator.csr"));
		}
	}

	private static KeyIdentifier key(String text) throws UsageException {
		return Words.key(text)
				.orElseThrow(() -> new UsageException(TEXTS.get("operator.notAKey", text), TEXTS.get("operator.keys")));
	}
}
