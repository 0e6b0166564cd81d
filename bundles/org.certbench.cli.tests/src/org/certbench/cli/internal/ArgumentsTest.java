package org.certbench.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.core.DataFolder;
import org.certbench.core.Environment;
import org.certbench.flow.Flows;
import org.certbench.flow.StepKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine.Option;

@DisplayName("The arguments of certbench")
class ArgumentsTest {

	@TempDir
	private Path home;
	private Call call;
	private Probe probe;

	/** A command that remembers how it was called. */
	static final class Probe implements CliCommand {

		@Option(names = "--colour", paramLabel = "RED|GREEN")
		private String colour;
		private Environment environment;
		private String language;
		private String data;

		@Override
		public int run(CliContext context) {
			environment = context.environment();
			language = Locale.getDefault().getLanguage();
			data = System.getProperty(DataFolder.PROPERTY);
			context.output().answer(Set.of("done"), List.of("done"));
			return DONE;
		}
	}

	@BeforeEach
	void setUp() {
		probe = new Probe();
		var flow = new Flows.Description("renew", "renewal", "Renew", "Renews a certificate.", List.of(), null, true,
				Set.of(StepKind.KEYSTORE, StepKind.CONTACT));
		call = new Call(home).command("probe", () -> probe).command("other", () -> {
			throw new AssertionError("what is not called is not made");
		}).with(Flows.class, new KnownFlows(List.of(flow)));
	}

	@Test
	@DisplayName("the options of every command may stand before and after it")
	void options() {
		call.run("--environment", "acceptance", "probe", "--colour=RED", "--language", "fr", "--data", "somewhere")
				.expecting(0);
		assertEquals(Environment.ACCEPTANCE, probe.environment);
		assertEquals("RED", probe.colour);
		assertEquals("fr", probe.language);
		assertEquals("somewhere", probe.data);
	}

	@Test
	@DisplayName("M01: the environment is the simulator where none was chosen, never production by itself")
	void defaultEnvironment() {
		call.run("probe").expecting(0);
		assertEquals(Environment.SIMULATOR, probe.environment);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "nonsense; There is no command nonsense.; certbench --help",
			"teach; There is no command teach.; certbench --help",
			"probe --size 3; certbench probe has no option --size.; certbench probe --help",
			"probe more; more is one argument too many for certbench probe.; certbench probe --help",
			"probe --colour; The option --colour needs a value: RED|GREEN.; certbench probe --help",
			"probe --environment prod; --environment takes simulator|acceptance|production, not prod.; certbench probe --help",
			"probe --quiet --quiet; The option --quiet was given twice.; certbench probe --help",
			"probe --language it; --language takes fr|nl|de|en, not it.; certbench probe --help" })
	@DisplayName("what is wrong is said in a line, what to do in another, and the exit code is 2")
	void wrong(String arguments, String message, String remedy) {
		var ended = call.run(arguments.split(" ")).expecting(2);
		assertEquals("", ended.out());
		var lines = ended.err().lines().toList();
		assertEquals(2, lines.size(), ended.err());
		assertTrue(lines.get(0).startsWith(message), ended.err());
		assertTrue(lines.get(1).startsWith(remedy), ended.err());
	}

	@Test
	@DisplayName("without a command there is nothing to do here")
	void nothing() {
		call.run().expecting(2);
	}

	@Test
	@DisplayName("with --json a wrong call is a JSON document too")
	void wrongAsJson() {
		var error = call.run("nonsense", "--json").expecting(2).json().getAsJsonObject("error");
		assertEquals("usage", error.get("kind").getAsString());
		assertEquals(2, error.get("exitCode").getAsInt());
		assertTrue(error.get("problem").isJsonNull());
	}

	@Test
	@DisplayName("--help lists all commands, and every flow that is installed is one")
	void help() {
		var help = call.run("--help").expecting(0).out();
		assertTrue(help.lines().anyMatch(line -> line.strip().startsWith("probe") && line.endsWith("Does probe.")), help);
		assertTrue(help.lines().anyMatch(line -> line.strip().startsWith("renew") && line.endsWith("Renews a certificate.")), help);
		assertTrue(help.contains("--environment=simulator|acceptance|production"), help);
	}

	@Test
	@DisplayName("a flow's help has the options for what it asks, and no others")
	void helpOfFlow() {
		var help = call.run("renew", "--help").expecting(0).out();
		assertTrue(help.contains("[FILE]") && help.contains("--password-file") && help.contains("--email"), help);
		assertFalse(help.contains("--pin-file") || help.contains("--holder"), help);
	}

	@Test
	@DisplayName("B05: help is in the language that is asked for")
	void helpInFrench() {
		var help = call.run("renew", "--help", "--language", "fr").expecting(0).out();
		assertTrue(help.contains("Adresse e-mail personnelle"), help);
		assertTrue(help.contains("Affiche un seul document JSON"), help);
		assertTrue(call.run("--language=fr", "nonsense").expecting(2).err().startsWith("Il n'y a pas de commande"));
	}

	@Test
	@DisplayName("--version tells the version, also as JSON")
	void version() {
		assertEquals("Certbench 1.2.3", call.run("--version").expecting(0).out().strip());
		assertEquals("1.2.3", call.run("--version", "--json").expecting(0).json().get("version").getAsString());
	}

	@Test
	@DisplayName("an argument that begins with @ is not read as a file, and what follows -- is no option")
	void literally() {
		assertTrue(call.run("probe", "@" + home).expecting(2).err().contains("@" + home));
		call.run("probe", "--", "--json").expecting(2);
	}
}
