package coop.pools.platform.db;

import coop.pools.kernel.RowsById;

/** Counts ids, each once however often it comes; a million are no million objects. */
public final class DistinctIds implements NumberRows.Ids {
    private static final int WIDTH = 2;

    private final RowsById ids = new RowsById(WIDTH);

    @Override
    public void take(long high, long low) {
        ids.add(high, low);
    }

    /** How many different ones have come. */
    public int count() {
        int count = 0;
        for (int part = 0; part < RowsById.PARTS; part++) {
            Table table = new Table(ids.size(part));
            ids.each(part, table);
            count += table.count;
        }
        return count;
    }

    /** Open, half full at most, of where ids stand among the rows, from 1 on. */
    private static final class Table implements RowsById.Work {
        private final int[] slots;
        private int count;

        private Table(int most) {
            slots = new int[Integer.highestOneBit(Math.max(1, most)) * 4];
        }

        @Override
        public void take(long[] rows, int from, int count) {
            for (int i = 0; i < count; i++) {
                enter(rows, from + i * WIDTH);
            }
        }

        private void enter(long[] rows, int at) {
            int slot = (int) (RowsById.mixed(rows[at], rows[at + 1]) >>> 16) & slots.length - 1;
            while (slots[slot] != 0) {
                int other = slots[slot] - 1;
                if (rows[other] == rows[at] && rows[other + 1] == rows[at + 1]) {
                    return;
                }
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = at + 1;
            count++;
        }
    }
}
