package org.certbench.inventory.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.DataFolder;
import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.core.RenewalWindow;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.journal.RequestRecord;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystores;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The inventory on an index in {@code <data>/inventory}, shared by all processes: what files show
 * ({@code index.json}, which a scan can make again), what keystores showed when they were open
 * ({@code remembered.json}), what the authority said of renewal windows ({@code windows.json}),
 * and the chosen folders ({@code folders.json}).
 */
@Component
public final class IndexedInventory implements Inventory {

	private static final System.Logger LOG = System.getLogger(IndexedInventory.class.getName());

	private final Path ownFolder;
	private final Journal journal;
	private final Keystores keystores;
	private final InstantSource clock;
	private final Folders folders;
	private final SharedMap<Path, SeenFile> index;
	private final SharedMap<Path, Remembered> remembered;
	private final SharedMap<KeyIdentifier, RenewalWindow> windows;
	private final InventoryWatch watch;

	@Activate
	public IndexedInventory(@Reference DataFolder data, @Reference Journal journal, @Reference Keystores keystores,
			@Reference InstantSource clock) {
		this(data.path(), Path.of(System.getProperty("user.home")), journal, keystores, clock);
	}

	/** @param home where eHealth's own tools put keystores: not the user's own in a test */
	public IndexedInventory(Path data, Path home, Journal journal, Keystores keystores, InstantSource clock) {
		this.journal = journal;
		this.keystores = keystores;
		this.clock = clock;
		this.ownFolder = data.resolve("inventory");
		this.folders = new Folders(data, home, ownFolder.resolve("folders.json"));
		this.index = new SharedMap<>(ownFolder.resolve("index.json"), Path::of, SeenFile.class);
		this.remembered = new SharedMap<>(ownFolder.resolve("remembered.json"), Path::of, Remembered.class);
		this.windows = new SharedMap<>(ownFolder.resolve("windows.json"), KeyIdentifier::new, RenewalWindow.class);
		this.watch = new InventoryWatch(journal, this::state, this::rescan);
	}

	@Override
	public Path keystoreFolder(Environment environment) {
		return folders.of(environment);
	}

	@Override
	public List<Path> folders() {
		return folders.all();
	}

	@Override
	public void chooseFolders(List<Path> chosen) {
		var before = folders.all();
		folders.choose(chosen);
		var now = folders.all();
		var requested = journalKeystores();
		index.entries().keySet().stream().filter(file -> Folders.contain(before, file) && !Folders.contain(now, file))
				.filter(file -> !requested.contains(file)).forEach(index::remove);
		index.save();
		watch.lookAgain();
	}

	@Override
	public List<CertificateLife> certificates() {
		var lives = lives();
		return index.entries().entrySet().stream().map(entry -> lives.of(entry.getKey(), entry.getValue())).toList();
	}

	@Override
	public List<CertificateLife> scan(Progress progress) throws Cancelled {
		look(folders.all(), filesElsewhere(), progress);
		return certificates();
	}

	@Override
	public List<CertificateLife> scan(List<Path> places, Progress progress) throws Cancelled {
		var absolute = places.stream().map(Requests::absolute).toList();
		var indexed = index.entries().keySet();
		var files = absolute.stream().filter(place -> indexed.contains(place) || Files.isRegularFile(place))
				.collect(Collectors.toSet());
		look(absolute.stream().filter(place -> !files.contains(place)).toList(), files, progress);
		return certificates().stream().filter(life -> Folders.contain(absolute, life.file())).toList();
	}

	@Override
	public void remember(Keystore keystore, Environment environment) {
		var file = Requests.absolute(keystore.file());
		try {
			var stamp = SeenFile.Stamp.of(file, Files.readAttributes(file, BasicFileAttributes.class));
			var seen = SeenFile.inspect(file, stamp, keystores);
			index.put(file, seen);
			remembered.put(file, Remembered.of(keystore, environment, seen.digest()));
		} catch (IOException e) {
			LOG.log(Level.WARNING, "not remembered, as it is gone: " + file, e);
		}
		index.save();
		remembered.save();
		watch.tellNews();
	}

	@Override
	public void rememberWindow(KeyIdentifier key, RenewalWindow window) {
		windows.put(key, window);
		windows.save();
		watch.tellNews();
	}

	@Override
	public Watch watch(Runnable changed) {
		return watch.add(changed);
	}

	/** Ends the watching. */
	@Deactivate
	public void close() {
		watch.close();
	}

	private FolderScan look(Collection<Path> places, Collection<Path> files, Progress progress) throws Cancelled {
		var scan = new FolderScan(index, keystores, progress);
		try {
			for (var place : withoutNested(places)) {
				scan.lookIntoFolder(place);
			}
			for (var file : files) {
				scan.lookAtFile(file);
			}
			noteGone(scan, places.stream().filter(this::tellsWhatIsGone).toList(), files);
		} finally {
			index.save();
		}
		watch.tellNews();
		return scan;
	}

	private static List<Path> withoutNested(Collection<Path> places) {
		return places.stream().filter(place -> places.stream().noneMatch(other -> !other.equals(place) && place.startsWith(other)))
				.toList();
	}

	/** A share that is not connected says nothing about its files; our own folders are always here. */
	private boolean tellsWhatIsGone(Path folder) {
		return Files.isDirectory(folder)
				|| Stream.of(Environment.values()).anyMatch(environment -> folders.of(environment).equals(folder));
	}

	/** Decides what becomes of the keystores that should have been found and were not. */
	private void noteGone(FolderScan scan, Collection<Path> places, Collection<Path> files) {
		var requested = journalKeystores();
		var gone = Stream.concat(index.entries().keySet().stream(), requested.stream()).distinct()
				.filter(file -> files.contains(file) || Folders.contain(places, file))
				.filter(file -> !scan.files().contains(file)).toList();
		if (!gone.isEmpty()) {
			var lost = new LostKeystores(lives(), index.entries(), gone);
			var own = folders.all();
			for (var file : gone) {
				lost.find(file).filter(any -> requested.contains(file) || Folders.contain(own, file))
						.ifPresentOrElse(seen -> index.put(file, seen), () -> index.remove(file));
			}
		}
	}

	/** Known keystores outside of all folders: the journal's, and those that were looked at once. */
	private Set<Path> filesElsewhere() {
		var scanned = folders.all();
		return Stream.concat(journalKeystores().stream(), index.entries().keySet().stream())
				.filter(file -> !Folders.contain(scanned, file)).collect(Collectors.toSet());
	}

	private Set<Path> journalKeystores() {
		return journal.requests().stream().map(RequestRecord::keystore).map(Requests::absolute).collect(Collectors.toSet());
	}

	private Lives lives() {
		return new Lives(remembered.entries(), windows.entries(), new Requests(journal.requests()),
				folders.of(Environment.SIMULATOR), clock.instant());
	}

	private Object state() {
		return List.of(index.entries(), remembered.entries(), windows.entries(), journal.requests());
	}

	/** Scans, and tells the folders to watch: those that may come to be as well, and the index's own. */
	private Collection<Path> rescan() {
		var watched = new HashSet<>(folders.all());
		watched.add(ownFolder);
		try {
			watched.addAll(look(folders.all(), filesElsewhere(), Progress.NONE).folders());
		} catch (Cancelled nobodyCancels) {
			throw new IllegalStateException(nobodyCancels);
		}
		return watched;
	}
}
