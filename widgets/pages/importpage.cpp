// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/importpage.h"

#include "widgets/controls/format.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/previewdelegate.h"
#include "widgets/errortext.h"
#include "widgets/models/previewmodel.h"
#include "widgets/models/rejectedmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTreeWidget>

namespace assay::ui {

namespace {

constexpr int busyCueAfter = 500; // [ms]
constexpr engine::Kind allKinds[] = {engine::Kind::Boolean,     engine::Kind::Integer, engine::Kind::Real,
                                     engine::Kind::Categorical, engine::Kind::Text,    engine::Kind::Date,
                                     engine::Kind::DateTime};

QString delimiterText(const std::string &delimiter)
{
    if (delimiter == "\t")
        return ImportPage::tr("tab");
    if (delimiter == " ")
        return ImportPage::tr("space");
    return delimiter == ","   ? ImportPage::tr("comma")
           : delimiter == ";" ? ImportPage::tr("semicolon")
                              : QString::fromStdString(delimiter);
}

} // namespace

ImportPage::ImportPage(Shell &shell, QString path, QWidget *parent)
    : Page(shell, parent)
    , m_path(std::move(path))
    , m_header(new PageHeader(QFileInfo(m_path).fileName(), this))
    , m_preview(new PreviewModel(this))
    , m_delegate(new PreviewDelegate(this))
    , m_rejected(new RejectedModel(this))
    , m_reader(&shell.jobs())
    , m_importer(&shell.jobs())
{
    QPushButton *import = m_header->setPrimary(tr("Import"), tr("Import this file"));
    import->setEnabled(false);
    connect(import, &QPushButton::clicked, this, &ImportPage::importNow);
    m_failure = roleLabel({}, "error", this);
    m_failure->setWordWrap(true);
    m_failure->hide();
    m_busy = new QProgressBar(this);
    m_busy->setRange(0, 0);
    m_busy->setAccessibleName(tr("Reading the file"));
    QSizePolicy policy = m_busy->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(policy);
    m_busy->hide();
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(12);
    splitter->addWidget(buildTable());
    splitter->addWidget(buildSide());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({900, 300});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(buildControls());
    layout->addWidget(m_busy);
    layout->addWidget(m_failure);
    layout->addWidget(splitter, 1);
    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(busyCueAfter);
    connect(&m_busyTimer, &QTimer::timeout, m_busy, &QWidget::show);
    readAgain();
}

QString ImportPage::title() const
{
    return tr("Import %1").arg(QFileInfo(m_path).fileName());
}

QString ImportPage::key() const
{
    return QStringLiteral("import:") + m_path;
}

QString ImportPage::command() const
{
    QStringList words{QStringLiteral("assay"), QStringLiteral("profile"), m_path};
    if (m_options.delimiter)
        words << QStringLiteral("--delimiter") << QString(QLatin1Char(*m_options.delimiter));
    if (m_options.decimal)
        words << QStringLiteral("--decimal") << QString(QLatin1Char(*m_options.decimal));
    if (m_options.encoding)
        words << QStringLiteral("--encoding") << QString::fromStdString(*m_options.encoding);
    if (m_options.noHeader)
        words << QStringLiteral("--no-header");
    for (const std::string &text : m_options.missingTexts)
        words << QStringLiteral("--null") << QString::fromStdString(text);
    for (const auto &[column, kind] : m_options.kinds)
        words << QStringLiteral("--type")
              << QString::fromStdString(column) + QLatin1Char('=') + QString::fromLatin1(name(kind));
    return commandLine(words);
}

QString ImportPage::inspectorText() const
{
    return tr("<p>Every cell is shown as it was read, and under it as the file has it. Cells that do not fit the kind "
              "of their column "
              "become missing and are listed; nothing is changed silently.</p><p>File:<br>%1</p>")
        .arg(m_path.toHtmlEscaped());
}

// Building -----------------------------------------------------------------------------------------------------------

QComboBox *ImportPage::addChoice(QWidget *parent, const QString &objectName, const QString &label, const QString &help,
                                 const std::vector<std::pair<QString, QString>> &choices)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(objectName);
    combo->setAccessibleName(label);
    combo->setToolTip(help);
    for (const auto &[text, value] : choices)
        combo->addItem(text, value);
    connect(combo, &QComboBox::currentIndexChanged, this, &ImportPage::readOptions);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    QLabel *text = roleLabel(label, "faint", parent);
    text->setBuddy(combo);
    column->addWidget(text);
    column->addWidget(combo);
    static_cast<QHBoxLayout *>(parent->layout())->addLayout(column);
    return combo;
}

QWidget *ImportPage::buildControls()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    const QString automatic = tr("Automatic");
    m_delimiter = addChoice(box, QStringLiteral("delimiter"), tr("Delimiter"), tr("What stands between two cells"),
                            {{automatic, {}},
                             {tr("Comma"), QStringLiteral(",")},
                             {tr("Semicolon"), QStringLiteral(";")},
                             {tr("Tab"), QStringLiteral("\t")},
                             {tr("Bar |"), QStringLiteral("|")},
                             {tr("Space"), QStringLiteral(" ")}});
    m_decimal =
        addChoice(box, QStringLiteral("decimal"), tr("Decimal mark"), tr("Whether 0,9 or 0.9 is a number below one"),
                  {{automatic, {}}, {tr("Point"), QStringLiteral(".")}, {tr("Comma"), QStringLiteral(",")}});
    m_dates =
        addChoice(box, QStringLiteral("dates"), tr("Date order"), tr("Whether 03/04 is in April or in March"),
                  {{automatic, {}}, {tr("Day first"), QStringLiteral("d")}, {tr("Month first"), QStringLiteral("m")}});
    m_encoding = addChoice(box, QStringLiteral("encoding"), tr("Encoding"), tr("How letters beyond A to Z are written"),
                           {{automatic, {}},
                            {QStringLiteral("UTF-8"), QStringLiteral("utf-8")},
                            {QStringLiteral("UTF-16"), QStringLiteral("utf-16")},
                            {QStringLiteral("Latin-1"), QStringLiteral("latin-1")}});
    auto *missing = new QVBoxLayout;
    missing->setSpacing(4);
    m_missing = new QLineEdit(box);
    m_missing->setObjectName(QStringLiteral("missing"));
    m_missing->setAccessibleName(tr("Also missing"));
    m_missing->setPlaceholderText(tr("such as n/k; -99"));
    m_missing->setToolTip(tr("More texts that mean a missing value, with ; between them. Empty cells, NA, NaN, null, "
                             "None and ? always do."));
    connect(m_missing, &QLineEdit::editingFinished, this, &ImportPage::readOptions);
    QLabel *label = roleLabel(tr("Also missing"), "faint", box);
    label->setBuddy(m_missing);
    missing->addWidget(label);
    missing->addWidget(m_missing);
    row->addLayout(missing);
    m_noHeader = new QCheckBox(tr("First row is data"), box);
    m_noHeader->setObjectName(QStringLiteral("noHeader"));
    m_noHeader->setAccessibleName(m_noHeader->text());
    m_noHeader->setToolTip(tr("The file has no header; columns are numbered"));
    connect(m_noHeader, &QCheckBox::toggled, this, &ImportPage::readOptions);
    row->addWidget(m_noHeader, 0, Qt::AlignBottom);
    row->addStretch();
    return box;
}

QWidget *ImportPage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("preview"));
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->setModel(m_preview);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &ImportPage::askForKind);
    return m_table;
}

QWidget *ImportPage::buildSide()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_shown = new QComboBox(side);
    m_shown->setAccessibleName(tr("What cells show"));
    m_shown->setObjectName(QStringLiteral("shown"));
    m_shown->addItems({tr("Cells as read, and as written"), tr("Cells as read"), tr("Cells as written")});
    connect(m_shown, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_delegate->setShow(static_cast<PreviewDelegate::Show>(index));
        setRowHeights();
    });
    layout->addWidget(m_shown);
    m_kinds = new QTreeWidget(side);
    m_kinds->setAccessibleName(tr("Kinds of columns"));
    m_kinds->setRootIsDecorated(false);
    m_kinds->setHeaderLabels({tr("Column"), tr("Kind")});
    m_kinds->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_kinds->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_kinds->header()->setStretchLastSection(false);
    m_kinds->header()->resizeSection(1, 150);
    m_kinds->setSelectionMode(QAbstractItemView::NoSelection);
    m_kinds->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_kinds, 3);
    m_rejectedTitle = roleLabel({}, "heading", side);
    layout->addWidget(m_rejectedTitle);
    m_rejectedTable = new QTableView(side);
    m_rejectedTable->setAccessibleName(tr("Cells that do not fit"));
    m_rejectedTable->setModel(m_rejected);
    m_rejectedTable->verticalHeader()->hide();
    m_rejectedTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rejectedTable->horizontalHeader()->setStretchLastSection(true);
    m_rejectedTable->setShowGrid(false);
    m_rejectedTable->setWordWrap(false);
    layout->addWidget(m_rejectedTable, 2);
    return side;
}

// Reading ------------------------------------------------------------------------------------------------------------

void ImportPage::readOptions()
{
    const auto character = [](const QComboBox *combo) -> std::optional<char> {
        const QString value = combo->currentData().toString();
        return value.isEmpty() ? std::nullopt : std::optional(value[0].toLatin1());
    };
    engine::ReadOptions options;
    options.kinds = m_options.kinds;
    options.delimiter = character(m_delimiter);
    options.decimal = character(m_decimal);
    options.noHeader = m_noHeader->isChecked();
    if (!m_encoding->currentData().toString().isEmpty())
        options.encoding = m_encoding->currentData().toString().toStdString();
    if (m_dates->currentIndex() > 0)
        options.dayFirst = m_dates->currentIndex() == 1;
    for (const QString &text : m_missing->text().split(QLatin1Char(';'), Qt::SkipEmptyParts))
        options.missingTexts.push_back(text.trimmed().toStdString());
    // Columns are other ones when they are cut or named otherwise.
    if (options.delimiter != m_options.delimiter || options.noHeader != m_options.noHeader ||
        options.encoding != m_options.encoding)
        options.kinds.clear();
    if (options == m_options)
        return;
    m_options = std::move(options);
    readAgain();
}

void ImportPage::readAgain()
{
    m_busyTimer.start();
    m_header->primary()->setEnabled(false);
    m_reader.start<engine::ReadPreview>(
        tr("Reading %1").arg(QFileInfo(m_path).fileName()),
        [&bench = shell().workbench(), path = m_path, options = m_options](const Context &context) {
            return bench.preview(path, options, context);
        },
        [this](Result<engine::ReadPreview> preview) { showPreview(std::move(preview)); });
}

void ImportPage::showPreview(Result<engine::ReadPreview> preview)
{
    m_busyTimer.stop();
    m_busy->hide();
    if (!preview) {
        showFailure(preview.error());
        return;
    }
    m_failure->hide();
    m_header->primary()->setEnabled(true);
    m_rejected->setCells(preview->parsed.rejected);
    const auto lost = static_cast<int>(preview->parsed.rejectedCount);
    m_rejectedTitle->setText(lost == 0 ? tr("Every cell fits")
                                       : tr("%n cell(s) do not fit and become missing", nullptr, lost));
    m_rejectedTable->setVisible(lost > 0);
    m_rejectedTable->resizeColumnsToContents();
    m_preview->setPreview(std::move(*preview));
    m_table->resizeColumnsToContents();
    setRowHeights();
    showKinds();
    m_header->setSubtitle(dialectText());
    emit statusChanged(
        tr("%1 of %2 rows shown")
            .arg(countText(m_preview->rowCount()), countText(static_cast<qint64>(m_preview->preview().totalRows))));
}

QString ImportPage::dialectText() const
{
    const engine::ReadPreview &preview = m_preview->preview();
    const engine::Dialect &dialect = preview.parsed.dialect;
    QStringList parts{tr("%n row(s)", nullptr, static_cast<int>(preview.totalRows)),
                      tr("%n column(s)", nullptr, static_cast<int>(preview.columns.size())),
                      QString::fromStdString(dialect.format).toUpper()};
    if (!dialect.delimiter.empty()) {
        parts << tr("delimiter %1").arg(delimiterText(dialect.delimiter));
        parts << tr("decimal mark %1").arg(QString::fromStdString(dialect.decimal));
    }
    parts << QString::fromStdString(dialect.encoding).toUpper();
    if (dialect.compressed)
        parts << tr("compressed");
    return parts.join(QStringLiteral("  ·  "));
}

void ImportPage::setRowHeights()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight(m_table->fontMetrics()));
    m_table->viewport()->update();
}

void ImportPage::showFailure(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    const QString place = errorPlace(error), advice = errorAdvice(error);
    m_failure->setText(errorText(error) + (place.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(place)) +
                       (advice.isEmpty() ? QString() : QLatin1Char('\n') + advice));
    m_failure->show();
}

// Kinds --------------------------------------------------------------------------------------------------------------

void ImportPage::showKinds()
{
    m_kinds->clear();
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        const std::string name = m_preview->preview().columns[static_cast<std::size_t>(column)];
        auto *item = new QTreeWidgetItem(m_kinds, {QString::fromStdString(name)});
        item->setToolTip(0, item->text(0));
        auto *combo = new QComboBox(m_kinds);
        combo->setObjectName(QStringLiteral("kind-") + item->text(0));
        combo->setAccessibleName(tr("Kind of %1").arg(item->text(0)));
        for (const engine::Kind kind : allKinds) {
            combo->addItem(kindText(kind));
            combo->setItemData(combo->count() - 1, kindHelp(kind), Qt::ToolTipRole);
        }
        combo->setCurrentIndex(
            static_cast<int>(std::ranges::find(allKinds, m_preview->kind(column)) - std::begin(allKinds)));
        connect(combo, &QComboBox::activated, this, [this, name](int index) { setKind(name, allKinds[index]); });
        m_kinds->setItemWidget(item, 1, combo);
    }
}

void ImportPage::setKind(const std::string &column, std::optional<engine::Kind> kind)
{
    engine::ReadOptions options = m_options;
    if (kind)
        options.kinds[column] = *kind;
    else
        options.kinds.erase(column);
    if (options == m_options)
        return;
    m_options = std::move(options);
    readAgain();
}

void ImportPage::askForKind(int section)
{
    const std::string column = m_preview->preview().columns[static_cast<std::size_t>(section)];
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const engine::Kind kind : allKinds) {
        QAction *action = menu->addAction(kindText(kind), this, [this, column, kind] { setKind(column, kind); });
        action->setCheckable(true);
        action->setChecked(m_preview->kind(section) == kind);
    }
    menu->addSeparator();
    menu->addAction(tr("Decide automatically"), this, [this, column] { setKind(column, std::nullopt); })
        ->setEnabled(m_options.kinds.contains(column));
    const QHeaderView *header = m_table->horizontalHeader();
    menu->popup(header->mapToGlobal(QPoint(header->sectionViewportPosition(section), header->height())));
}

void ImportPage::importNow()
{
    m_header->primary()->setEnabled(false);
    m_importer.start<DatasetPtr>(
        tr("Importing %1").arg(QFileInfo(m_path).fileName()),
        [&bench = shell().workbench(), path = m_path, options = m_options](const Context &context) {
            return bench.import(path, options, context);
        },
        [this](const Result<DatasetPtr> &dataset) {
            m_header->primary()->setEnabled(true);
            if (!dataset) {
                shell().report(dataset.error());
                return;
            }
            shell().addDataset(*dataset);
            shell().openProfile(*dataset);
        });
}

} // namespace assay::ui
