package org.certbench.ui.wizard.internal.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.certbench.core.Secret;
import org.certbench.flow.Answer;
import org.certbench.flow.AnswerProblem;
import org.certbench.flow.FlowSession;
import org.certbench.flow.StepKind;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A line of a form of three columns: what is asked, the field for the answer, and beside it what is
 * wrong with it. UI thread.
 */
final class Field {

	private static final int WIDTH = 260;

	private final Answer<?> answer;
	private final Text text;
	private final Remark remark;
	/** Whether something was typed already: before, that it is missing is no fault. */
	private boolean touched;

	private Field(Composite form, StepKind kind, Answer<?> answer, String asks, int style) {
		this.answer = answer;
		var label = new Label(form, SWT.NONE);
		label.setText(asks);
		var id = "wizard." + kind.id() + "." + answer.id();
		text = WidgetIds.set(new Text(form, SWT.BORDER | SWT.SINGLE | style), id);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(text);
		remark = new Remark(form, id + ".problem");
		text.getAccessible().addRelation(ACC.RELATION_LABELLED_BY, label.getAccessible());
		text.getAccessible().addRelation(ACC.RELATION_DESCRIBED_BY, remark.label().getAccessible());
	}

	/** A field whose text is the answer, as typed. */
	static Field of(Composite form, StepKind kind, Answer<String> answer, String asks, FlowSession session,
			Runnable answered) {
		return of(form, kind, answer, asks, typed -> {
			if (!typed.equals(session.get(answer).orElse(""))) {
				session.put(answer, typed);
				answered.run();
			}
		});
	}

	/** A field that is a part of an answer. */
	static Field of(Composite form, StepKind kind, Answer<String> answer, String asks, Consumer<String> typed) {
		var field = new Field(form, kind, answer, asks, SWT.NONE);
		field.text.addListener(SWT.Modify, modified -> {
			field.touched = true;
			typed.accept(field.text.getText());
		});
		return field;
	}

	/** A field for a secret: what is typed goes to the session without ever being a String. */
	static Field secret(Composite form, StepKind kind, Answer<Secret> answer, String asks, FlowSession session,
			Runnable answered) {
		var field = new Field(form, kind, answer, asks, SWT.PASSWORD);
		field.text.addListener(SWT.Modify, typed -> {
			field.touched = true;
			var secret = Secret.taking(field.text.getTextChars());
			if (secret.isEmpty()) {
				session.remove(answer);
			} else {
				session.put(answer, secret);
			}
			answered.run();
		});
		return field;
	}

	/** Shows a text that was known already. */
	void setText(String known) {
		if (!text.getText().equals(known)) {
			text.setText(known);
			touched = false;
		}
	}

	/** Puts in what was chosen elsewhere, as if it were typed. */
	void replaceText(String chosen) {
		text.setText(chosen);
	}

	/** What is in the field, which is none for secrets. */
	String text() {
		return text.getText();
	}

	/** Shows an example while the field is empty. */
	Field example(String example) {
		text.setMessage(example);
		return this;
	}

	/** Empties the field, which takes the answer back. */
	void clear() {
		if (text.getCharCount() > 0) {
			text.setTextChars(new char[0]);
		}
		touched = false;
	}

	/** Shows what is wrong with this answer, if anything is. */
	void show(List<AnswerProblem> problems) {
		Optional<AnswerProblem> problem = problems.stream().filter(each -> each.answer().equals(answer)).findFirst();
		if (problem.isEmpty()) {
			remark.clear();
		} else if (!problem.get().missing()) {
			remark.wrong(problem.get().message());
		} else if (touched) {
			remark.missing(problem.get().message());
		}
	}

	void setEnabled(boolean enabled) {
		text.setEnabled(enabled);
	}

	boolean isEmpty() {
		return text.getCharCount() == 0;
	}

	void focus() {
		text.setFocus();
		if ((text.getStyle() & SWT.PASSWORD) == 0) {
			text.selectAll();
		}
	}
}
