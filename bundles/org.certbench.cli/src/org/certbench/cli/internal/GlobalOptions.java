package org.certbench.cli.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.certbench.cli.CardChoice;
import org.certbench.core.Environment;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The options of every command. Some of them count earlier already, see {@link EarlyOptions}. */
final class GlobalOptions {

	private static final List<String> LANGUAGES = List.of("fr", "nl", "de", "en");

	@Option(names = "--environment", paramLabel = "simulator|acceptance|production", scope = ScopeType.INHERIT,
			converter = EnvironmentById.class)
	private Environment environment;

	@Option(names = "--json", scope = ScopeType.INHERIT)
	private boolean json;

	@Option(names = { "-q", "--quiet" }, scope = ScopeType.INHERIT)
	private boolean quiet;

	@Option(names = { "-v", "--verbose" }, scope = ScopeType.INHERIT)
	private boolean verbose;

	@Option(names = "--card", paramLabel = "PROVIDER[:READER]", scope = ScopeType.INHERIT)
	private String card;

	@Option(names = "--language", paramLabel = "fr|nl|de|en", scope = ScopeType.INHERIT, converter = KnownLanguage.class)
	private String language;

	@Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
	private Path data;

	@Option(names = "--trace", paramLabel = "DIR", scope = ScopeType.INHERIT)
	private Path trace;

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT)
	private boolean help;

	@Option(names = { "-V", "--version" }, descriptionKey = "version.option", versionHelp = true, scope = ScopeType.INHERIT)
	private boolean version;

	/** The environment, where one was chosen. */
	Optional<Environment> environment() {
		return Optional.ofNullable(environment);
	}

	CardChoice card() {
		return card == null ? CardChoice.ANY : CardChoice.parse(card);
	}

	Optional<Path> trace() {
		return Optional.ofNullable(trace).map(Path::toAbsolutePath);
	}

	boolean isVerbose() {
		return verbose;
	}

	/** Reads an environment's id. */
	static final class EnvironmentById implements ITypeConverter<Environment> {
		@Override
		public Environment convert(String id) {
			return Arrays.stream(Environment.values()).filter(each -> each.id().equals(id)).findFirst()
					.orElseThrow(() -> new TypeConversionException(id));
		}
	}

	/** Lets the product's languages pass. */
	static final class KnownLanguage implements ITypeConverter<String> {
		@Override
		public String convert(String language) {
			if (!LANGUAGES.contains(language)) {
				throw new TypeConversionException(language);
			}
			return language;
		}
	}
}
