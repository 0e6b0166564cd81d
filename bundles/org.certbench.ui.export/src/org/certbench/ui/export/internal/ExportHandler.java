package org.certbench.ui.export.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Texts;
import org.certbench.export.ExportContent;
import org.certbench.export.Exports;
import org.certbench.inventory.CertificateLife;
import org.certbench.ui.CertificateSelection;
import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.Overview;
import org.certbench.ui.ProblemDialog;
import org.certbench.ui.Services;
import org.certbench.ui.Snapshot;
import org.certbench.ui.UiJob;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Writes the selected certificates, or all of the present environment where none is selected, to a file
 * that is asked for (I04, M20). The kind of the file is the format.
 */
public final class ExportHandler extends AbstractHandler {

	private static final Texts TEXTS = Texts.of(ExportHandler.class);
	private static final String BUNDLE = "org.certbench.ui.export";

	@Override
	public Object execute(ExecutionEvent event) {
		var window = HandlerUtil.getActiveWorkbenchWindow(event);
		Shell shell = window.getShell();
		var exports = Services.find(Exports.class).orElseThrow();
		var snapshot = Services.find(Overview.class).orElseThrow().snapshot();
		var choice = new FormatChoice(exports.formats(), InstanceScope.INSTANCE.getNode(BUNDLE));
		var certificates = chosen(snapshot, window.getService(ESelectionService.class).getSelection());
		var content = ExportContent.of(snapshot.at(), certificates, snapshot.pending());
		ask(shell, choice, certificates.size()).ifPresent(target -> UiJob.named(TEXTS.get("export.job"), shell, progress -> {
			exports.save(target.format(), content, target.file());
			return target;
		}).whenDone(choice::remember).whenFailed(problem -> ProblemDialog.open(shell, problem)).start());
		return null;
	}

	private static List<CertificateLife> chosen(Snapshot snapshot, Object selection) {
		var selected = CertificateSelection.in(selection).orElse(List.of());
		var environment = Services.find(CurrentEnvironment.class).map(CurrentEnvironment::get);
		return !selected.isEmpty() ? selected
				: snapshot.certificates().stream().filter(life -> environment.filter(life.environment()::equals).isPresent()).toList();
	}

	/** The system's own dialog, which asks before it names a file that is there. */
	private static Optional<FormatChoice.Target> ask(Shell shell, FormatChoice choice, int count) {
		var dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText(TEXTS.get("export.title", count));
		dialog.setFilterNames(choice.names());
		dialog.setFilterExtensions(choice.patterns());
		dialog.setFilterIndex(choice.index());
		dialog.setFilterPath(choice.folder());
		dialog.setFileName(choice.fileName(TEXTS.get("export.file")));
		dialog.setOverwrite(true);
		return Optional.ofNullable(dialog.open()).map(file -> choice.target(Path.of(file), dialog.getFilterIndex()));
	}
}
