package dev.pag.exposition;

import dev.pag.snapshot.FamilyFrame;
import java.util.Arrays;
import java.util.Iterator;

/** The blocks of a page, all families' in one row. Threads: one. */
final class PageBlocks {
  private FamilyFrame[] families = new FamilyFrame[64];
  private int[] blocks = new int[64];
  private int size;

  PageBlocks(Iterator<FamilyFrame> frames) {
    while (frames.hasNext()) {
      FamilyFrame family = frames.next();
      for (int block = 0; block < family.blockCount(); block++) {
        add(family, block);
      }
    }
  }

  private void add(FamilyFrame family, int block) {
    if (size == blocks.length) {
      families = Arrays.copyOf(families, size * 2);
      blocks = Arrays.copyOf(blocks, size * 2);
    }
    families[size] = family;
    blocks[size++] = block;
  }

  int size() {
    return size;
  }

  FamilyFrame family(int index) {
    return families[index];
  }

  /** The block's number in its family. */
  int block(int index) {
    return blocks[index];
  }

  Object key(int index) {
    return families[index].blockKey(blocks[index]);
  }

  boolean isUntouched(int index, long sinceCut) {
    return families[index].isUntouched(blocks[index], sinceCut);
  }
}
