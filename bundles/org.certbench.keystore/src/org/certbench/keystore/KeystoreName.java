package org.certbench.keystore;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.certbench.core.Holder;
import org.certbench.core.Identifier;

/**
 * The name of a keystore's file, in both directions: {@code TYPE=ID yyyyMMdd-HHmmss.p12}, with an
 * application id {@code TYPE=ID,APPID yyyyMMdd-HHmmss.p12}, in acceptance {@code .acc-p12}. The
 * simulator's are named as production's.
 *
 * @param holder     whose keystore it is
 * @param created    when its request was made, in the maker's local time, to the second
 * @param acceptance whether it belongs to the acceptance environment
 */
public record KeystoreName(Holder holder, LocalDateTime created, boolean acceptance) {

	private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
			.withResolverStyle(ResolverStyle.STRICT);
	/** No character of a type or a number that some system does not allow in a name. */
	private static final Pattern FORM = Pattern.compile("([^=, /\\\\:*?\"<>|]+)=([^=, /\\\\:*?\"<>|]+)"
			+ "(?:,([0-9A-Z_-]{1,30}))? (\\d{8}-\\d{6})\\.(acc-)?p12");

	/** @throws IllegalArgumentException where the holder cannot stand in a file's name */
	public KeystoreName {
		created = created.truncatedTo(ChronoUnit.SECONDS);
		var name = name(holder, created, acceptance);
		if (!FORM.matcher(name).matches()) {
			throw new IllegalArgumentException("not a keystore's name: " + name);
		}
	}

	/** Reads a file's name; nothing where it is not of that form. */
	public static Optional<KeystoreName> of(Path file) {
		return Optional.ofNullable(file.getFileName()).map(name -> FORM.matcher(name.toString()))
				.filter(Matcher::matches).flatMap(KeystoreName::of);
	}

	private static Optional<KeystoreName> of(Matcher matcher) {
		try {
			var appId = matcher.group(3) == null ? "" : matcher.group(3);
			var holder = new Holder(new Identifier(matcher.group(1), matcher.group(2)), appId);
			return Optional.of(new KeystoreName(holder, LocalDateTime.parse(matcher.group(4), CREATED),
					matcher.group(5) != null));
		} catch (DateTimeParseException | IllegalArgumentException noSuchDayOrHolder) {
			return Optional.empty();
		}
	}

	/** The next name, for when this one is taken. */
	public KeystoreName aSecondLater() {
		return new KeystoreName(holder, created.plusSeconds(1), acceptance);
	}

	/** The file's name. */
	@Override
	public String toString() {
		return name(holder, created, acceptance);
	}

	private static String name(Holder holder, LocalDateTime created, boolean acceptance) {
		return holder + " " + CREATED.format(created) + (acceptance ? ".acc-p12" : ".p12");
	}
}
