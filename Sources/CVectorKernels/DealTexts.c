#include "DealTexts.h"

static inline size_t length_of(uint64_t cell) { return cell >> 32 & 0xFFFFFF; }

static inline TextKey key_of(const TextCells *table, uint64_t cell) {
  return text_key(table->bytes, table->byte_count, (uint32_t)cell, length_of(cell), table->seed);
}

static inline size_t shard_of(uint32_t hash) { return hash >> (32 - TEXT_SHARD_BITS); }

size_t hash_cells(
  TextCells table, TextMention *texts, size_t *counts, uint32_t *blanks, size_t *blank_count) {
  TextKey above[2] = {{0, 0}, {0, 0}};
  size_t count = 0, blank = 0;
  for (size_t i = 0; i < table.cell_count; i += table.columns) {
    for (size_t column = 0; column < table.columns; column++) {
      uint32_t place = (uint32_t)(i + column);
      uint64_t cell = table.cells[place];
      if (length_of(cell) == 0) {
        if (above[column].head != 0 || i == 0) blanks[blank++] = place;
        above[column] = (TextKey){0, 0};
        continue;
      }
      TextKey key = key_of(&table, cell);
      if (is_same_text(key, table.bytes, above[column], table.bytes)) continue;
      above[column] = key;
      uint32_t hash = text_hash(key, table.seed);
      texts[count++] = (TextMention){place, hash};
      counts[shard_of(hash)]++;
    }
  }
  *blank_count = blank;
  return count;
}

void deal_texts(
  TextCells table, const TextMention *texts, size_t count, size_t *next, TextKey *keys, TextMention *mentions) {
  for (size_t shard = 0; shard < TEXT_SHARDS; shard++) {
    __builtin_prefetch(keys + next[shard], 1);
    __builtin_prefetch(mentions + next[shard], 1);
  }
  for (size_t i = 0; i < count; i++) {
    size_t place = next[shard_of(texts[i].hash)]++;
    keys[place] = key_of(&table, table.cells[texts[i].cell]);
    mentions[place] = texts[i];
    // The line behind will be written some hundred texts later.
    __builtin_prefetch(keys + place + 4, 1);
    __builtin_prefetch(mentions + place + 8, 1);
  }
}

void mark_first_cells(
  const TextMention *mentions, const uint32_t *codes, size_t count, uint32_t first, uint64_t *words) {
  for (size_t i = 0; i < count; i++) {
    uint32_t cell = mentions[i].cell;
    words[cell / 64] |= (uint64_t)(codes[i] == first + cell) << cell % 64;
  }
}

size_t put_codes(
  const TextMention *mentions, const uint32_t *codes, size_t count, uint32_t known, uint32_t *const *columns,
  size_t column_count, uint32_t *news) {
  size_t news_count = 0;
  uint32_t *first = columns[0], *last = columns[column_count - 1];
  unsigned shift = column_count == 1 ? 0 : 1;
  for (size_t i = 0; i < count; i++) {
    uint32_t cell = mentions[i].cell;
    uint32_t *column = (cell & shift) == 0 ? first : last;
    column[cell >> shift] = codes[i];
    news[news_count] = (uint32_t)i;
    news_count += codes[i] >= known;
  }
  return news_count;
}

void fill_from_above(uint32_t *codes, size_t count) {
  enum { RUN = 16 };
  uint32_t above = UINT32_MAX;
  for (size_t i = 0; i < count; i += RUN) {
    size_t run = count - i < RUN ? count - i : RUN;
    // Columns have hardly any such cells, or hardly any others: whole runs are looked at by vectors.
    uint32_t gaps = 0;
    for (size_t j = i; j < i + run; j++) gaps += codes[j] == TEXT_AS_ABOVE;
    if (gaps == run) {
      for (size_t j = i; j < i + run; j++) codes[j] = above;
    } else {
      if (gaps > 0) {
        for (size_t j = i; j < i + run; j++) {
          above = codes[j] == TEXT_AS_ABOVE ? above : codes[j];
          codes[j] = above;
        }
      }
      above = codes[i + run - 1];
    }
  }
}
