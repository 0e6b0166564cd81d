package org.certbench.ui.wizard.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.certbench.core.Cancelled;
import org.certbench.core.Contributions;
import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowRun;
import org.certbench.flow.Flows;
import org.certbench.flow.StepKind;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.journal.RequestRecord;
import org.certbench.keystore.PasswordHint;
import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.FlowLauncher;
import org.certbench.ui.ProblemDialog;
import org.certbench.ui.UiJob;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Shows flows in the wizard, one at a time: where one is under way, it comes to the front instead. What
 * connects a flow to its services may take a while, so the wizard opens soon after, not at once.
 */
@Component
public final class WizardLauncher implements FlowLauncher {

	private static final String PAGES = "org.certbench.ui.wizard.pages";

	private final Flows flows;
	private final CurrentEnvironment environment;
	private final Journal journal;
	private final Inventory inventory;
	private final Contributions<StepPage> pages;
	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	private final List<PasswordHint> passwordHints = new CopyOnWriteArrayList<>();
	/** The one that is open or being opened; UI thread only. */
	private FlowDialog open;
	private boolean opening;

	@Activate
	public WizardLauncher(@Reference Flows flows, @Reference CurrentEnvironment environment, @Reference Journal journal,
			@Reference Inventory inventory, @Reference IExtensionRegistry registry) {
		this.flows = flows;
		this.environment = environment;
		this.journal = journal;
		this.inventory = inventory;
		this.pages = Contributions.read(registry, PAGES, StepPage.class);
	}

	@Override
	public void launch(String flow, Path keystore, KeyIdentifier request) {
		if (isOpen() && open.isUnderWay()) {
			open.show();
		} else if (!opening) {
			opening = true;
			open(flow, keystore, request);
		}
	}

	private boolean isOpen() {
		return open != null && open.getShell() != null && !open.getShell().isDisposed();
	}

	private void open(String flow, Path keystore, KeyIdentifier request) {
		if (isOpen()) {
			open.close();
		}
		var parent = PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
		var name = flows.description(flow).map(Flows.Description::name).orElse(flow);
		var pin = new DialogPinEntry(parent.getDisplay());
		UiJob.named(name, parent, progress -> start(flow, keystore, request, pin)).quietly()
				.whenDone(run -> show(parent, name, run, pin)).whenFailed(problem -> tell(parent, problem))
				.atTheEnd(() -> opening = false).start();
	}

	private FlowRun start(String flow, Path keystore, KeyIdentifier request, DialogPinEntry pin)
			throws ProblemException {
		var session = flows.session(environmentOf(keystore, request), pin, null);
		if (keystore != null) {
			session.put(Answer.KEYSTORE_FILE, keystore);
		}
		if (request != null) {
			session.put(Answer.RESUMED_REQUEST, request);
		}
		return flows.start(flow, session);
	}

	private Environment environmentOf(Path keystore, KeyIdentifier request) {
		return Optional.ofNullable(request).flatMap(journal::request).map(RequestRecord::environment)
				.or(() -> inventory.certificates().stream().filter(life -> life.file().equals(keystore)).findFirst()
						.map(CertificateLife::environment))
				.orElseGet(environment::get);
	}

	private void show(Shell parent, String name, FlowRun run, DialogPinEntry pin) {
		opening = false;
		var remembered = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(WizardLauncher.class))
				.getDialogSettings();
		open = new FlowDialog(parent, name, run, new WizardServices(flows, this, this::page, this::passwordHint, remembered));
		open.create();
		pin.askOver(open.getShell());
		askBeforeTheWorkbenchCloses(open);
		open.open();
	}

	/** Closing the workbench closes the wizard, which asks where something would be interrupted. */
	private static void askBeforeTheWorkbenchCloses(FlowDialog dialog) {
		var workbench = PlatformUI.getWorkbench();
		var listener = new IWorkbenchListener() {
			@Override
			public boolean preShutdown(IWorkbench closing, boolean forced) {
				return dialog.leave() || forced;
			}

			@Override
			public void postShutdown(IWorkbench closed) {
				// the wizard is closed by then
			}
		};
		workbench.addWorkbenchListener(listener);
		dialog.getShell().addDisposeListener(disposed -> workbench.removeWorkbenchListener(listener));
	}

	private static void tell(Shell parent, ProblemException problem) {
		if (!(problem instanceof Cancelled)) {
			ProblemDialog.open(parent, problem);
		}
	}

	private Optional<StepPage> page(StepKind kind) {
		return pages.all().stream().filter(page -> page.id().equals(kind.id())).findFirst()
				.map(Contributions.Contribution::newInstance);
	}

	private Optional<String> passwordHint(Path keystore) {
		return passwordHints.stream().flatMap(hint -> hint.forKeystore(keystore).stream()).findFirst();
	}
}
