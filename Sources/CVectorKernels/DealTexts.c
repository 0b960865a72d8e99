#include "DealTexts.h"

static inline size_t start_of(uint64_t cell) { return (uint32_t)cell; }

static inline size_t length_of(uint64_t cell) { return cell >> 32 & 0xFFFFFF; }

static inline TextKey key_of(const TextCells *table, uint64_t cell) {
  return text_key(table->bytes, table->byte_count, start_of(cell), length_of(cell), table->seed);
}

size_t hash_cells(TextCells table, uint32_t *hashes, size_t *counts, uint32_t *blanks) {
  size_t blank_count = 0;
  for (size_t column = 0; column < table.columns; column++) {
    TextKey above = {0, 0};
    for (size_t i = column; i < table.cell_count; i += table.columns) {
      uint64_t cell = table.cells[i];
      hashes[i] = 0;
      if (length_of(cell) == 0) {
        if (above.head != 0 || i == column) blanks[blank_count++] = (uint32_t)i;
        above = (TextKey){0, 0};
        continue;
      }
      TextKey key = key_of(&table, cell);
      if (!is_same_text(key, table.bytes, above, table.bytes)) {
        hashes[i] = text_hash(key, table.seed);
        counts[hashes[i] % TEXT_SHARDS]++;
      }
      above = key;
    }
  }
  return blank_count;
}

void deal_texts(TextCells table, const uint32_t *hashes, size_t *next, TextKey *keys, TextMention *mentions) {
  for (size_t shard = 0; shard < TEXT_SHARDS; shard++) {
    __builtin_prefetch(keys + next[shard], 1);
    __builtin_prefetch(mentions + next[shard], 1);
  }
  for (size_t i = 0; i < table.cell_count; i++) {
    uint32_t hash = hashes[i];
    if (hash == 0) continue;
    size_t place = next[hash % TEXT_SHARDS]++;
    keys[place] = key_of(&table, table.cells[i]);
    mentions[place] = (TextMention){(uint32_t)i, hash};
    // The line behind will be written some hundred texts later.
    __builtin_prefetch(keys + place + 4, 1);
    __builtin_prefetch(mentions + place + 8, 1);
  }
}
