// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/artifactpreview.h"

#include "widgets/errortext.h"
#include "widgets/models/format.h"
#include "widgets/models/previewmodel.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/tables.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace assay::ui {

namespace {

enum Look { AsTree, AsText };
constexpr int nodeRole = Qt::UserRole;
constexpr std::size_t mostChildren = 1000;

QString shortValue(const Json &value)
{
    constexpr std::size_t most = 400;
    if (value.is_array())
        return QStringLiteral("[%1]").arg(value.size());
    if (value.is_object())
        return QStringLiteral("{%1}").arg(value.size());
    const std::string text =
        value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
    return QString::fromStdString(text.substr(0, most));
}

/// A line of hundreds of thousands of letters takes seconds to lay out: it goes on below.
QString withShortLines(const QString &text)
{
    constexpr qsizetype longest = 4000;
    QString broken;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf(u'\n', from);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        if (next - from <= longest + 1) {
            broken += QStringView(text).mid(from, next - from);
            from = next;
            continue;
        }
        // Never between the two halves of one letter.
        const qsizetype piece = text[from + longest - 1].isHighSurrogate() ? longest - 1 : longest;
        broken += QStringView(text).mid(from, piece);
        broken += u'\n';
        from += piece;
    }
    return broken;
}

QTreeWidgetItem *nodeFor(const QString &key, const Json &value)
{
    auto *item = new QTreeWidgetItem({key, shortValue(value)});
    item->setData(0, nodeRole, QVariant::fromValue(static_cast<const void *>(&value)));
    if (value.is_structured() && !value.empty())
        item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    return item;
}

} // namespace

ArtifactPane::ArtifactPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_sides(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
    , m_text(new QPlainTextEdit(this))
    , m_table(new QTableView(this))
    , m_rows(new PreviewModel(this))
    , m_tree(new QTreeWidget(this))
    , m_image(new QLabel(this))
    , m_about(new QLabel(this))
    , m_encoding(new QComboBox(this))
    , m_look(new QComboBox(this))
    , m_reading(&shell.jobs(), this)
{
    build();
}

void ArtifactPane::build()
{
    m_text->setObjectName(QStringLiteral("artifactText"));
    m_text->setAccessibleName(tr("Text of the artifact"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_table->setObjectName(QStringLiteral("artifactTable"));
    m_table->setAccessibleName(tr("First rows of the artifact"));
    m_table->setModel(m_rows);
    styleTable(m_table);
    m_tree->setObjectName(QStringLiteral("artifactJson"));
    m_tree->setAccessibleName(tr("Keys and values of the artifact"));
    m_tree->setHeaderLabels({tr("Key"), tr("Value")});
    m_tree->setUniformRowHeights(true);
    m_tree->header()->resizeSection(0, 220);
    makeCopyable(m_tree);
    m_image->setObjectName(QStringLiteral("artifactImage"));
    m_image->setAlignment(Qt::AlignCenter);
    m_about->setObjectName(QStringLiteral("artifactAbout"));
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_encoding->setObjectName(QStringLiteral("artifactEncoding"));
    m_encoding->setAccessibleName(tr("Encoding of the text"));
    m_encoding->setToolTip(tr("How the bytes are read as text"));
    m_encoding->addItems(
        {tr("Encoding: automatic"), QStringLiteral("UTF-8"), QStringLiteral("UTF-16"), QStringLiteral("Latin-1")});
    m_look->setObjectName(QStringLiteral("artifactLook"));
    m_look->setAccessibleName(tr("How JSON is shown"));
    m_look->addItems({tr("Tree"), tr("Text")});

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_image);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    for (QWidget *side :
         {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_table),
          static_cast<QWidget *>(m_tree), static_cast<QWidget *>(scroll)})
        m_sides->addWidget(side);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_about, 1);
    bar->addWidget(m_look);
    bar->addWidget(m_encoding);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_sides, 1);

    connect(m_tree, &QTreeWidget::itemExpanded, this, &ArtifactPane::fill);
    connect(m_encoding, &QComboBox::activated, this, &ArtifactPane::load);
    connect(m_look, &QComboBox::activated, this,
            [this](int look) { m_sides->setCurrentWidget(look == AsTree ? static_cast<QWidget *>(m_tree) : m_text); });
    connect(m_empty, &EmptyPane::actionTriggered, this, &ArtifactPane::actionTriggered);
    explain({}, {});
}

void ArtifactPane::explain(const QString &title, const QString &text, const QString &action)
{
    m_artifact = {};
    m_reading.cancel();
    m_empty->setMessage(title, text, action);
    m_about->clear();
    m_look->hide();
    m_encoding->hide();
    m_sides->setCurrentWidget(m_empty);
}

QString ArtifactPane::about() const
{
    return m_about->text();
}

void ArtifactPane::show(const tracking::Artifact &artifact)
{
    if (artifact == m_artifact)
        return;
    m_artifact = artifact;
    m_encoding->setCurrentIndex(0);
    m_look->setCurrentIndex(AsTree);
    load();
}

void ArtifactPane::load()
{
    Workbench &workbench = m_shell.workbench();
    const auto encoding = static_cast<TextEncoding>(m_encoding->currentIndex());
    m_reading.start<ArtifactPreview>(
        tr("Reading %1").arg(m_artifact.name),
        [&workbench, artifact = m_artifact, encoding](const Context &context) {
            return readArtifact(workbench.store(), artifact, encoding, context);
        },
        [this, artifact = m_artifact](const Result<ArtifactPreview> &preview) {
            if (artifact != m_artifact)
                return; // something else is shown by now
            if (preview)
                return showPreview(*preview);
            m_about->clear();
            m_look->hide();
            m_encoding->hide();
            m_empty->setMessage(tr("The artifact cannot be shown"), errorText(preview.error()));
            m_sides->setCurrentWidget(m_empty);
        });
}

QString ArtifactPane::aboutText(const ArtifactPreview &preview) const
{
    QStringList parts{m_artifact.name, Format::bytes(m_artifact.bytes)};
    if (preview.kind == ArtifactPreview::Image)
        parts << tr("%1 × %2 pixels").arg(preview.pixels.width()).arg(preview.pixels.height());
    if (!preview.encoding.isEmpty())
        parts << preview.encoding;
    if (preview.kind == ArtifactPreview::Table)
        parts << tr("first rows");
    if (preview.shown > 0)
        parts << tr("the first %1 are shown").arg(Format::bytes(preview.shown));
    return parts.join(QStringLiteral(" · "));
}

void ArtifactPane::showPreview(const ArtifactPreview &preview)
{
    m_about->setText(aboutText(preview));
    m_look->setVisible(preview.kind == ArtifactPreview::Json);
    m_encoding->setVisible(preview.kind != ArtifactPreview::Image);
    m_text->setPlainText(withShortLines(preview.text));
    switch (preview.kind) {
    case ArtifactPreview::Image:
        return showImage(preview);
    case ArtifactPreview::Json:
        return showJson(preview.json);
    case ArtifactPreview::Table:
        m_rows->setPreview(*preview.table);
        m_table->resizeColumnsToContents();
        m_sides->setCurrentWidget(m_table);
        return;
    case ArtifactPreview::Text:
    case ArtifactPreview::Bytes:
        m_sides->setCurrentWidget(m_text);
    }
}

void ArtifactPane::showImage(const ArtifactPreview &preview)
{
    const QPixmap pixmap = QPixmap::fromImage(preview.image);
    m_image->setPixmap(pixmap);
    m_image->setAccessibleName(tr("Picture %1").arg(m_artifact.name));
    m_sides->setCurrentIndex(m_sides->count() - 1);
}

void ArtifactPane::showJson(const std::shared_ptr<const Json> &json)
{
    m_tree->clear(); // before what its items point to
    m_json = json;
    auto *root = nodeFor(m_artifact.name.section(u'/', -1), *m_json);
    m_tree->addTopLevelItem(root);
    root->setExpanded(true);
    m_sides->setCurrentWidget(m_tree);
}

/// Children are made when they are first looked at: a document may have millions.
void ArtifactPane::fill(QTreeWidgetItem *item)
{
    if (item->childCount() > 0)
        return;
    const auto *value = static_cast<const Json *>(item->data(0, nodeRole).value<const void *>());
    if (!value)
        return;
    std::size_t made = 0;
    QList<QTreeWidgetItem *> children;
    for (const auto &[key, child] : value->items()) {
        if (made++ == mostChildren) {
            children << new QTreeWidgetItem(
                {tr("and %n more", nullptr, static_cast<int>(value->size() - mostChildren))});
            break;
        }
        children << nodeFor(QString::fromStdString(key), child);
    }
    item->addChildren(children);
}

} // namespace assay::ui
