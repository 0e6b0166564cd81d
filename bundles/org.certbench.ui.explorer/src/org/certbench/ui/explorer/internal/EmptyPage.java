package org.certbench.ui.explorer.internal;

import org.certbench.core.Texts;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Icon;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What the explorer shows while there is no keystore at all: the three things one can do. */
final class EmptyPage extends ScrolledComposite {

	private static final Texts TEXTS = Texts.of(EmptyPage.class);
	private static final int TEXT_WIDTH = 260;

	private final Composite content;

	/** @param addFolder what the second of the three things does */
	EmptyPage(Composite parent, FlowStarts flows, Runnable addFolder, Runnable refresh) {
		super(parent, SWT.V_SCROLL);
		setExpandHorizontal(true);
		setExpandVertical(true);
		content = new Composite(this, SWT.NONE);
		content.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		content.setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayoutFactory.swtDefaults().margins(20, 20).spacing(0, 8).applyTo(content);
		Label title = text(TEXTS.get("empty.title"));
		title.setFont(JFaceResources.getBannerFont());
		var request = flows.all().stream().filter(start -> !start.flow().onKeystore()).findFirst();
		request.ifPresent(start -> thing("request", TEXTS.get("empty.request"), start.flow().name(), Icon.REQUEST, start::launch));
		thing("folder", TEXTS.get("empty.folder"), TEXTS.get("empty.folder.button"), Icon.FOLDER, addFolder);
		thing("refresh", TEXTS.get("empty.refresh"), TEXTS.get("empty.refresh.button"), Icon.REFRESH, refresh);
		setContent(content);
		addListener(SWT.Resize, event -> setMinHeight(content.computeSize(getClientArea().width, SWT.DEFAULT).y));
	}

	private void thing(String id, String explanation, String button, Icon icon, Runnable action) {
		Label says = text(explanation);
		GridDataFactory.createFrom((GridData) says.getLayoutData()).indent(0, 12).applyTo(says);
		says.setForeground(Palette.color(Palette.of(content).quietText()));
		Button press = WidgetIds.set(new Button(content, SWT.PUSH), "explorer.empty." + id);
		press.setText(button);
		press.setImage(icon.image());
		press.addListener(SWT.Selection, pressed -> action.run());
	}

	private Label text(String says) {
		Label label = new Label(content, SWT.WRAP);
		label.setText(says);
		GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
