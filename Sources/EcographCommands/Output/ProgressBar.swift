import Synchronization

/// A bar on the terminal for work that takes longer than a second.
final class ProgressBar: Sendable {
  private let label: String
  private let console: Console?
  private let began = ContinuousClock.now
  private let shown = Mutex(-1)

  init(_ label: String, console: Console?) {
    self.label = label
    self.console = console
  }

  /// Shows the share of the work done; may be called from any thread.
  func show(_ share: Double) {
    guard let console, ContinuousClock.now - began > .seconds(1) else { return }
    let percent = Int((min(max(share, 0), 1) * 100).rounded(.down))
    shown.withLock { last in
      guard percent > last else { return }
      last = percent
      let filled = percent * 30 / 100
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      let spent = (ContinuousClock.now - began).inSeconds
      let left = share > 0.02 ? ", about \(Int((spent / share - spent).rounded(.up))) s left" : ""
      console.write("\r\u{1B}[2K\(label) \(bar) \(percent) %\(left)", terminator: "")
    }
  }

  /// Takes the bar away.
  func clear() {
    guard let console else { return }
    shown.withLock { last in
      if last >= 0 { console.write("\r\u{1B}[2K", terminator: "") }
      last = -1
    }
  }
}
