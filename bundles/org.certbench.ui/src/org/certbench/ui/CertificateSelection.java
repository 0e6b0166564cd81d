package org.certbench.ui;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.certbench.inventory.CertificateLife;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.viewers.IStructuredSelection;

/**
 * The selected certificates, shared by all views through the workbench's selection service. What
 * is selected is a list of {@link CertificateLife}; views listen with
 * {@link ESelectionService#addSelectionListener} and read with {@link #in}.
 */
public final class CertificateSelection {

	private CertificateSelection() {
	}

	/** Publishes what is selected in a view. UI thread. */
	public static void publish(ESelectionService service, List<CertificateLife> selected) {
		service.setSelection(List.copyOf(selected));
	}

	/**
	 * The certificates of a selection.
	 *
	 * @param selection as the selection service tells it, null where nothing was ever selected
	 * @return nothing where it is no selection of certificates; an empty list where none of them is
	 *         selected any more
	 */
	public static Optional<List<CertificateLife>> in(Object selection) {
		Object plain = selection instanceof IStructuredSelection structured ? structured.toList() : selection;
		if (plain instanceof CertificateLife certificate) {
			return Optional.of(List.of(certificate));
		}
		if (plain instanceof Collection<?> several && several.stream().allMatch(CertificateLife.class::isInstance)) {
			return Optional.of(several.stream().map(CertificateLife.class::cast).toList());
		}
		return Optional.empty();
	}
}
