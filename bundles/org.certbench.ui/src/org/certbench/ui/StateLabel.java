package org.certbench.ui;

import org.certbench.core.LifeCycleState;
import org.certbench.inventory.Words;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A state as sign, word and colour. UI thread. */
public final class StateLabel extends Composite {

	private final Label sign;
	private final Label word;

	public StateLabel(Composite parent, LifeCycleState state) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(this);
		sign = new Label(this, SWT.NONE);
		word = new Label(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(word);
		show(state);
	}

	/** Shows another state. */
	public void show(LifeCycleState state) {
		sign.setImage(Icon.of(state).image());
		word.setText(Words.of(state));
		word.setForeground(Palette.color(Palette.of(this).state(state)));
		setToolTipText(Words.meaning(state));
		layout();
	}
}
