import CVectorKernels
import GraphCore
import Synchronization

/// Memory for the lines of tables, handed out in segments to any thread, and given back as a whole.
///
/// It comes from the system in chunks that grow with what is asked for, on large pages once they are large: a
/// segment by itself is too small for them, and would stay with the program after it was freed.
final class TextLineStore: Sendable {
  private struct Chunks {
    var all: [TextLineChunk] = []
    /// Lines of the last chunk that were handed out.
    var used = 0
  }

  private let chunks = Mutex(Chunks())
  private static let mostLines = (8 << 20) / MemoryLayout<TextLine>.stride

  /// Lines without texts.
  func segment(_ count: Int) -> TextSegment {
    let segment = chunks.withLock { chunks in
      let last = chunks.all.last
      let room = last?.count ?? 0
      let chunk: TextLineChunk
      if let last, chunks.used + count <= room {
        chunk = last
      } else {
        chunk = TextLineChunk(count: max(count, min(Self.mostLines, 2 * room)))
        chunks.all.append(chunk)
        chunks.used = 0
      }
      defer { chunks.used += count }
      return TextSegment(chunk, chunks.used..<chunks.used + count)
    }
    // By the worker that will use them, as the system hands out new memory where it is first written.
    segment.clear()
    return segment
  }
}

/// Lines of a table, in memory that lives as long as they do.
@safe struct TextSegment: @unchecked Sendable {
  private let chunk: TextLineChunk
  private let lines: UnsafeMutableBufferPointer<TextLine>

  fileprivate init(_ chunk: TextLineChunk, _ range: Range<Int>) {
    self.chunk = chunk
    unsafe lines = UnsafeMutableBufferPointer(rebasing: chunk.lines[range])
  }

  var address: UInt { UInt(bitPattern: unsafe lines.baseAddress) }

  fileprivate func clear() {
    unsafe UnsafeMutableRawBufferPointer(lines).initializeMemory(as: UInt8.self, repeating: 0)
  }

  func copy(_ other: TextSegment) { _ = unsafe lines.update(fromContentsOf: other.lines) }

  func prefetch() { unsafe prefetch_memory(lines.baseAddress, lines.count * MemoryLayout<TextLine>.stride) }
}

@safe private final class TextLineChunk: @unchecked Sendable {
  let lines: UnsafeMutableBufferPointer<TextLine>

  init(count: Int) {
    let (bytes, largePage) = (count * MemoryLayout<TextLine>.stride, 2 << 20)
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: bytes, alignment: bytes < largePage ? MemoryLayout<TextLine>.stride : largePage)
    unsafe preferLargePages(memory)
    unsafe lines = memory.bindMemory(to: TextLine.self)
  }

  deinit { unsafe lines.deallocate() }

  var count: Int { unsafe lines.count }
}
