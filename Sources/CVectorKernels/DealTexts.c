#include "DealTexts.h"

static inline size_t length_of(uint64_t cell) { return cell >> 32 & 0xFFFFFF; }

static inline TextKey key_of(const TextCells *table, uint64_t cell) {
  return text_key(table->bytes, table->byte_count, (uint32_t)cell, length_of(cell), table->seed);
}

static inline size_t shard_of(uint32_t hash) { return hash >> (32 - TEXT_SHARD_BITS); }

static inline bool is_in_reach(const TextCells *table, uint64_t cell) {
  return is_text_in_reach(table->byte_count, (uint32_t)cell, length_of(cell));
}

/// Whether two keys that are in vectors are the same, found out without a branch for each half.
static inline bool are_same_words(TextKeyWords key, TextKeyWords other) {
  TextKeyWords differs = key ^ other;
  return (differs[0] | differs[1]) == 0;
}

/// Hashes cells of a number of columns that is known, so that there is no loop over them.
__attribute__((always_inline)) static inline TextsHashed hash_rows(
  TextCells table, size_t columns, TextMention *texts, size_t *counts, uint32_t *blanks) {
  TextKeyWords above[2] = {{0, 0}, {0, 0}};
  TextsHashed found = {0, 0, 0};
  const uint64_t seed = table.seed;
  for (size_t i = 0; i < table.cell_count; i += columns) {
#pragma clang loop unroll(full)
    for (size_t column = 0; column < columns; column++) {
      uint32_t place = (uint32_t)(i + column);
      uint64_t cell = table.cells[place];
      TextKeyWords words;
      if (__builtin_expect(is_in_reach(&table, cell), 1)) {
        words = text_key_in_reach(table.bytes, (uint32_t)cell, length_of(cell));
        if (are_same_words(words, above[column])) continue;
      } else {
        TextKey key = length_of(cell) == 0 ? (TextKey){0, 0} : key_of(&table, cell);
        TextKey other = {above[column][0], above[column][1]};
        if (is_same_text(key, table.bytes, other, table.bytes) && i > 0) continue;
        words = (TextKeyWords){key.head, key.tail};
        if (key.head == 0) {
          blanks[found.blanks++] = place;
          above[column] = words;
          continue;
        }
        found.long_texts += is_long_text(key);
      }
      above[column] = words;
      uint32_t hash = text_hash((TextKey){words[0], words[1]}, seed);
      texts[found.texts++] = (TextMention){place, hash};
      counts[shard_of(hash)]++;
    }
  }
  return found;
}

TextsHashed hash_cells(TextCells table, TextMention *texts, size_t *counts, uint32_t *blanks) {
  if (table.columns == 1) return hash_rows(table, 1, texts, counts, blanks);
  return hash_rows(table, 2, texts, counts, blanks);
}

void deal_texts(
  TextCells table, const TextMention *texts, size_t count, size_t *next, TextKey *keys, TextMention *mentions) {
  for (size_t shard = 0; shard < TEXT_SHARDS; shard++) {
    __builtin_prefetch(keys + next[shard], 1);
    __builtin_prefetch(mentions + next[shard], 1);
  }
  for (size_t i = 0; i < count; i++) {
    size_t place = next[shard_of(texts[i].hash_or_code)]++;
    keys[place] = key_of(&table, table.cells[texts[i].cell]);
    mentions[place] = texts[i];
    // The line behind will be written some hundred texts later.
    __builtin_prefetch(keys + place + 4, 1);
    __builtin_prefetch(mentions + place + 8, 1);
  }
}

uint32_t mark_first_cells(
  const TextMention *mentions, size_t count, uint32_t first, FirstCellWord *words, size_t word_count) {
  memset(words, 0, word_count * sizeof *words);
  for (size_t i = 0; i < count; i++) {
    uint32_t cell = mentions[i].cell;
    words[cell / 64].bits |= (uint64_t)(mentions[i].hash_or_code == first - cell) << cell % 64;
  }
  uint32_t before = 0;
  for (size_t i = 0; i < word_count; i++) {
    words[i].before = before;
    before += (uint32_t)__builtin_popcountll(words[i].bits);
  }
  return before;
}

void rank_texts(FirstCellRanks ranks, NewText *news, size_t count) {
  for (size_t i = 0; i < count; i++) news[i].code = ranked_code(ranks, news[i].cell_code);
}

void put_codes(
  CodedTexts texts, FirstCellRanks ranks, uint32_t *const *columns, size_t column_count, TextKey *news,
  uint32_t news_first) {
  enum { RUN = 128 };
  uint32_t *first = columns[0], *last = columns[column_count - 1];
  unsigned shift = column_count == 1 ? 0 : 1;
  TextKey unused;
  for (size_t start = 0; start < texts.count; start += RUN) {
    size_t end = texts.count - start < RUN ? texts.count : start + RUN;
    // Known texts and new ones take turns at random: what is done for all is done without asking which it is.
    size_t others[RUN], count = 0;
    for (size_t i = start; i < end; i++) {
      uint32_t cell = texts.mentions[i].cell, code = texts.mentions[i].hash_or_code;
      uint32_t *column = (cell & shift) == 0 ? first : last;
      column[cell >> shift] = code;
      others[count] = i;
      count += code >= ranks.known;
      // The key of a new text will be wanted, and has left the caches.
      __builtin_prefetch(code >= ranks.known ? (const void *)(texts.keys + i) : texts.mentions + i);
    }
    for (size_t j = 0; j < count; j++) {
      TextMention mention = texts.mentions[others[j]];
      uint32_t code = ranked_code(ranks, mention.hash_or_code);
      uint32_t *column = (mention.cell & shift) == 0 ? first : last;
      column[mention.cell >> shift] = code;
      TextKey *place = mention.hash_or_code == texts.first - mention.cell ? news + (code - news_first) : &unused;
      *place = texts.keys[others[j]];
    }
  }
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
