package org.certbench.cli.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Secret;

/** A person at the terminal who gives these answers, one after the other, and remembers what was said. */
public final class Person implements Terminal {

	/** Nobody is there. */
	public static final Terminal ABSENT = new Person(false);

	private final boolean present;
	private final Deque<String> answers;
	private final List<String> seen = new ArrayList<>();
	private final List<Secret> given = new ArrayList<>();

	private Person(boolean present, String... answers) {
		this.present = present;
		this.answers = new ArrayDeque<>(List.of(answers));
	}

	public static Person answering(String... answers) {
		return new Person(true, answers);
	}

	/** All that was shown and asked. */
	public List<String> seen() {
		return seen;
	}

	/** All secrets that were typed, cleared or not. */
	public List<Secret> given() {
		return given;
	}

	@Override
	public boolean isPresent() {
		return present;
	}

	@Override
	public void show(String line) {
		seen.add(line);
	}

	@Override
	public Optional<String> ask(String question) {
		seen.add(question);
		return Optional.ofNullable(answers.poll());
	}

	@Override
	public Optional<Secret> askSecret(String question) {
		var secret = ask(question).map(answer -> Secret.taking(answer.toCharArray()));
		secret.ifPresent(given::add);
		return secret;
	}
}
