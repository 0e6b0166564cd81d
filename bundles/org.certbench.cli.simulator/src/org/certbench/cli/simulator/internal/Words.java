package org.certbench.cli.simulator.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.certbench.cli.CliContext;
import org.certbench.cli.UsageException;
import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.eid.virtual.VirtualCards;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words that the options of both commands take. */
final class Words {

	private static final Texts TEXTS = Texts.of(Words.class);

	private Words() {
	}

	/** These commands know the simulator only: any other choice is a mistake. */
	static void refuseOtherEnvironments(CliContext context) throws UsageException {
		if (context.environment() != Environment.SIMULATOR) {
			throw new UsageException(TEXTS.get("environment.other", context.environment().id()), TEXTS.get("environment.remedy"));
		}
	}

	private static <E extends Enum<E>> E of(Class<E> type, String word) {
		return Arrays.stream(type.getEnumConstants()).filter(each -> word(each).equals(word)).findFirst()
				.orElseThrow(() -> new TypeConversionException(word));
	}

	/** A constant as a word of the command line. */
	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** {@code rsa} or {@code ec}, for an issuer. */
	static final class IssuerByWord implements ITypeConverter<Issuer> {
		@Override
		public Issuer convert(String word) {
			return of(Issuer.class, word);
		}
	}

	/** {@code rsa} or {@code ec}, for the card with such a key. */
	static final class ReaderByWord implements ITypeConverter<String> {
		@Override
		public String convert(String word) {
			return switch (word) {
				case "rsa" -> VirtualCards.RSA_READER;
				case "ec" -> VirtualCards.EC_READER;
				default -> throw new TypeConversionException(word);
			};
		}
	}

	/** {@code never}, {@code next} or {@code always}. */
	static final class BackdatingByWord implements ITypeConverter<Backdating> {
		@Override
		public Backdating convert(String word) {
			return of(Backdating.class, word);
		}
	}

	/** {@code at-once}, {@code by-hand} or {@code after:SECONDS}, as a change of the settings. */
	static final class IssuingByWord implements ITypeConverter<UnaryOperator<SimulatorSettings>> {

		private static final Pattern AFTER = Pattern.compile("after:(\\d{1,8})");

		@Override
		public UnaryOperator<SimulatorSettings> convert(String word) {
			var after = AFTER.matcher(word);
			if (after.matches()) {
				var delay = Duration.ofSeconds(Long.parseLong(after.group(1)));
				return settings -> settings.withDelay(delay);
			}
			var issuing = of(Issuing.class, word);
			if (issuing == Issuing.AFTER_DELAY) {
				throw new TypeConversionException(word);
			}
			return settings -> settings.withIssuing(issuing);
		}
	}

	/** The number of a port. */
	static final class PortNumber implements ITypeConverter<Integer> {

		private static final Pattern PORT = Pattern.compile("\\d{1,5}");

		@Override
		public Integer convert(String word) {
			if (!PORT.matcher(word).matches() || Integer.parseInt(word) > 0xffff) {
				throw new TypeConversionException(word);
			}
			return Integer.valueOf(word);
		}
	}

	/** A key identifier, or something that is none. */
	static Optional<KeyIdentifier> key(String text) {
		try {
			return Optional.of(new KeyIdentifier(text));
		} catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}
}
