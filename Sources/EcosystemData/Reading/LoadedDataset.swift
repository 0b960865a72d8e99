public import Ecosystem

/// A dataset with the account of how it was read.
public struct LoadedDataset: Sendable {
  /// The dataset.
  public let dataset: Dataset
  /// What was read, what was left out and why.
  public let report: LoadReport
  private let hashes: Fingerprint

  init(dataset: Dataset, report: LoadReport, hashes: Fingerprint) {
    self.dataset = dataset
    self.report = report
    self.hashes = hashes
  }

  /// A name for exactly these data: a SHA-256 hash in hexadecimal digits.
  ///
  /// For a dataset of one file it is the hash of the file, as `sha256sum FILE` prints it; for several, the
  /// hash of the list that `sha256sum` prints of them, sorted by name. Compressed files are hashed as they are on
  /// disk. Files beyond 4 MiB are read again for
  /// it, so ask for it only where it is needed. Empty where such a file is no longer the one that was read.
  public var fingerprint: String { (try? hashes.digest()) ?? "" }
}
