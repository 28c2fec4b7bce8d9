package coop.pools.app;

import coop.pools.governance.Audience;
import coop.pools.governance.Bodies;
import coop.pools.governance.PreparationStore;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.sql.SqlCommentStore;
import coop.pools.governance.sql.SqlPreparationStore;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.receipt.AttachFiles;
import coop.pools.receipt.EraseAttachment;
import coop.pools.receipt.KeepReceipts;
import coop.pools.receipt.ReadAttachments;
import coop.pools.receipt.ReadReceipts;
import coop.pools.receipt.ReceiptStore;
import coop.pools.receipt.sql.SqlReceiptStore;
import coop.pools.receipt.web.AttachmentPages;
import coop.pools.receipt.web.AttachmentsApi;
import coop.pools.receipt.web.ReceiptFiles;
import coop.pools.receipt.web.ReceiptPages;
import coop.pools.receipt.web.ReceiptsApi;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** Files that show what money is for. */
final class ReceiptRoom {
    final KeepReceipts keep;
    final ReadReceipts read;
    final AttachmentPages attached;
    private final AttachFiles attach;
    private final EraseAttachment erase;
    private final ReadAttachments attachments;

    ReceiptRoom(Foundation foundation, Bodies bodies) {
        ReceiptStore store = foundation.store(SqlReceiptStore.class);
        keep = new KeepReceipts(store, foundation.ids(), foundation.clock());
        ProposalStore proposals = foundation.store(SqlProposalStore.class);
        PreparationStore preparations = foundation.store(SqlPreparationStore.class);
        Audience audience = new Audience(bodies);
        read = new ReadReceipts(store, proposals, audience);
        attach = new AttachFiles(
                foundation.transactions(),
                store,
                keep,
                new AttachFiles.Words(proposals, preparations, foundation.store(SqlCommentStore.class)),
                bodies);
        erase = new EraseAttachment(foundation.transactions(), store, proposals, foundation.clock());
        attachments = new ReadAttachments(store, proposals, preparations, audience);
        attached = new AttachmentPages(attach, erase, attachments);
    }

    void register(JerseyEnvironment jersey) {
        ReceiptFiles files = new ReceiptFiles(read);
        jersey.register(new ReceiptPages(files));
        jersey.register(new ReceiptsApi(files));
        jersey.register(new AttachmentsApi(attach, erase, attachments));
        jersey.register(attached);
    }
}
