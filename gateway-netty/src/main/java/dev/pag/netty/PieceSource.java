package dev.pag.netty;

import dev.pag.Page;

/** A page to be written piece by piece; the arrays are shared and must not be written to. */
interface PieceSource {
  PieceSource EMPTY = of(new byte[0]);

  /** Bytes in all pieces. */
  long length();

  int pieceCount();

  byte[] piece(int index);

  /** Nobody reads a piece any more; to be called once. */
  default void release() {}

  static PieceSource of(Page page) {
    return new PieceSource() {
      @Override
      public long length() {
        return page.length();
      }

      @Override
      public int pieceCount() {
        return page.pieceCount();
      }

      @Override
      public byte[] piece(int index) {
        return page.piece(index);
      }

      @Override
      public void release() {
        page.release();
      }
    };
  }

  static PieceSource of(byte[] bytes) {
    return new PieceSource() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public int pieceCount() {
        return 1;
      }

      @Override
      public byte[] piece(int index) {
        return bytes;
      }
    };
  }
}
