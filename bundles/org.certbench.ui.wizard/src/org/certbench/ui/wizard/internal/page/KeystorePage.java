package org.certbench.ui.wizard.internal.page;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Holder;
import org.certbench.core.Texts;
import org.certbench.flow.AnswerProblem;
import org.certbench.flow.KeystoreStep;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.KeystoreName;
import org.certbench.ui.Dates;
import org.certbench.ui.Icon;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.TableItem;

/** Asks for a keystore: those that come into question, with the reason for the one that is chosen, or any file; and its password. */
public final class KeystorePage implements StepPage {

	private static final Texts TEXTS = Texts.of(KeystorePage.class);
	private static final String LAST_FOLDER = "folder";
	private static final int LEAST_HEIGHT = 130;
	private static final int STATE = 1;

	private PageContext context;
	private ChoiceTable<CertificateLife> table;
	private Remark file;
	private Field password;
	private Remark hint;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(12, 8).applyTo(parent);
		table = new ChoiceTable<>(parent, id("keystore"), CertificateLife.class, List.of("keystore.holder", "keystore.state",
				"keystore.expires", "keystore.made", "keystore.identifier"), this::write)
				.whenChosen(() -> table.selected().map(CertificateLife::file).ifPresent(this::choose), context);
		GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(300, LEAST_HEIGHT).applyTo(table.table());
		createFileLine(parent);
		password = Field.secret(parent, context.step().kind(), step().password(), TEXTS.get("keystore.password"),
				context.session(), context::answered);
		hint = new Remark(parent, id("hint"));
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(hint.area());
	}

	private void createFileLine(Composite parent) {
		var line = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(line);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(line);
		file = new Remark(line, id("file"));
		var browse = WidgetIds.set(new Button(line, SWT.PUSH), id("browse"));
		browse.setText(TEXTS.get("keystore.browse"));
		browse.addListener(SWT.Selection, pressed -> browse());
	}

	@Override
	public void refresh() {
		table.show(candidates());
		showChosen();
	}

	@Override
	public void show(List<AnswerProblem> problems) {
		password.show(problems);
	}

	@Override
	public void focus() {
		if (context.session().get(step().file()).isPresent()) {
			password.focus();
		} else {
			table.table().setFocus();
		}
	}

	private KeystoreStep step() {
		return (KeystoreStep) context.step();
	}

	private String id(String part) {
		return "wizard." + step().kind().id() + "." + part;
	}

	private List<CertificateLife> candidates() {
		return step().candidates();
	}

	private void write(TableItem row, CertificateLife life) {
		var now = context.session().services().clock().instant();
		row.setImage(Icon.KEYSTORE.image());
		row.setText(new String[] { life.displayName(), Words.of(life.state()),
				life.dates().map(dates -> Dates.lastDayInWords(dates, now)).orElse(""),
				made(life).map(Dates::dayAndTime).orElse(""), life.knownHolder().map(Holder::toString).orElse("") });
		row.setImage(STATE, Icon.of(life.state()).image());
		row.setForeground(STATE, Palette.color(Palette.of(table.table()).state(life.state())));
	}

	/** By it keystores of one holder are told apart: their names differ in nothing else. */
	private static Optional<Instant> made(CertificateLife life) {
		return KeystoreName.of(life.file()).map(name -> name.created().atZone(ZoneId.systemDefault()).toInstant())
				.or(() -> life.content().flatMap(Inspection::created));
	}

	private void browse() {
		var dialog = new FileDialog(table.table().getShell(), SWT.OPEN);
		dialog.setText(TEXTS.get("keystore.browse.title"));
		dialog.setFilterExtensions(new String[] { "*.p12;*.acc-p12;*.pfx", "*" });
		dialog.setFilterNames(new String[] { TEXTS.get("keystore.files"), TEXTS.get("keystore.allFiles") });
		var folder = context.remembered().get(LAST_FOLDER);
		dialog.setFilterPath(folder == null ? context.session().keystoreFolder().toString() : folder);
		var chosen = dialog.open();
		if (chosen != null) {
			var path = Path.of(chosen);
			context.remembered().put(LAST_FOLDER, path.getParent().toString());
			choose(path);
		}
	}

	/** The password was another keystore's. */
	private void choose(Path chosen) {
		if (context.session().get(step().file()).filter(chosen::equals).isEmpty()) {
			context.session().put(step().file(), chosen);
			password.clear();
			showChosen();
		}
		context.answered();
	}

	private void showChosen() {
		var chosen = context.session().get(step().file());
		table.select(life -> chosen.filter(life.file()::equals).isPresent());
		chosen.ifPresentOrElse(path -> file.note(told(path)),
				() -> file.waiting(TEXTS.get(candidates().isEmpty() ? "keystore.noneFound" : "keystore.choose")));
		chosen.flatMap(context::passwordHint).ifPresentOrElse(hint::note, hint::clear);
	}

	/** The file, and why it was chosen where that was done by itself. */
	private String told(Path chosen) {
		return step().reason(context.session())
				.map(reason -> TEXTS.get("keystore.found", reason, chosen)).orElseGet(() -> TEXTS.get("keystore.chosen", chosen));
	}
}
