package org.certbench.ui;

import org.certbench.core.Environment;
import org.certbench.inventory.Words;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The band that says in colour, sign and words in which environment one works. UI thread. */
public final class EnvironmentBand extends Composite {

	private final Label sign;
	private final Label name;
	private final Label meaning;

	/** A band that shows an environment, and another one when told so. */
	public EnvironmentBand(Composite parent, Environment environment) {
		super(parent, SWT.NONE);
		WidgetIds.set(this, "environment.band");
		setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 5).spacing(8, 0).applyTo(this);
		sign = new Label(this, SWT.NONE);
		name = WidgetIds.set(new Label(this, SWT.NONE), "environment.name");
		name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		meaning = new Label(this, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT)
				.applyTo(meaning);
		show(environment);
	}

	/** Shows another environment. */
	public void show(Environment environment) {
		var palette = Palette.of(getParent());
		var text = Palette.color(palette.bandText());
		setBackground(Palette.color(palette.band(environment)));
		sign.setImage(Icon.of(environment).image());
		name.setText(Words.of(environment).toUpperCase());
		name.setForeground(text);
		meaning.setText(Words.meaning(environment));
		meaning.setForeground(text);
		layout();
	}
}
