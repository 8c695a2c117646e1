// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/treetab.h"

#include "widgets/models/format.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/treeview.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QToolButton>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr int firstLevels = 3; // splits shown at first: more is hard to read at once

QString writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return TreeTab::tr("%1 could not be written: %2. Choose another folder.")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    return {};
}

} // namespace

TreeTab::TreeTab(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_load(&shell.jobs())
    , m_view(new TreeView(this))
    , m_levels(new QSpinBox(this))
    , m_save(new QToolButton(this))
    , m_summary(new QLabel(this))
    , m_node(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    m_view->setObjectName(QStringLiteral("treeView"));
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setObjectName(QStringLiteral("treeSummary"));
    m_node->setWordWrap(true);
    m_node->setObjectName(QStringLiteral("treeNode"));
    m_node->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_node->setMinimumHeight(2 * fontMetrics().lineSpacing());
    auto *content = new QWidget(this);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 8, 0, 0);
    contentLayout->setSpacing(8);
    contentLayout->addWidget(bar());
    contentLayout->addWidget(m_view, 1);
    contentLayout->addWidget(m_node);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    m_empty->follow(&m_load);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_view, &TreeView::nodeChosen, this, [this](int node) { m_node->setText(m_view->tree().describe(node)); });
    connect(m_view, &TreeView::moreWanted, this, [this] { m_levels->setValue(m_levels->value() + 1); });
}

TreeTab::~TreeTab() = default;

QWidget *TreeTab::bar()
{
    auto *bar = new QWidget(this);
    auto *label = new QLabel(tr("&Levels"), bar);
    label->setBuddy(m_levels);
    m_levels->setObjectName(QStringLiteral("treeLevels"));
    m_levels->setAccessibleName(tr("Levels"));
    m_levels->setToolTip(tr("How many splits deep the tree is shown"));
    connect(m_levels, &QSpinBox::valueChanged, m_view, &TreeView::setLevels);
    auto *fit = new QPushButton(tr("Show &all"), bar);
    fit->setToolTip(tr("The whole tree at once (F)"));
    connect(fit, &QPushButton::clicked, m_view, &TreeView::showAll);
    auto *menu = new QMenu(m_save);
    menu->addAction(tr("&Copy as picture"), this, &TreeTab::copyPicture);
    menu->addAction(tr("Save as &PNG…"), this, [this] { saveAs(QStringLiteral("png"), tr("PNG picture (*.png)")); });
    menu->addAction(tr("Save as &SVG…"), this, [this] { saveAs(QStringLiteral("svg"), tr("SVG drawing (*.svg)")); });
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Copy or save the drawing"));
    m_save->setMenu(menu);
    m_save->setPopupMode(QToolButton::InstantPopup);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_levels);
    layout->addWidget(fit);
    layout->addWidget(m_save);
    layout->addWidget(m_summary, 1);
    return bar;
}

void TreeTab::setRun(const tracking::RunId &run, const QString &name, const QStringList &classes)
{
    if (run != m_run || classes != m_classes)
        m_tried = false;
    m_run = run;
    m_name = name;
    m_classes = classes;
}

void TreeTab::start()
{
    if (m_tried || m_run.isNull())
        return;
    m_tried = true;
    Workbench &workbench = m_shell.workbench();
    m_load.start<std::vector<engine::TreeNode>>(
        tr("Reading the tree"), [&workbench, run = m_run](const Context &) { return workbench.tree(run); },
        [this](Result<std::vector<engine::TreeNode>> nodes) {
            if (nodes)
                showTree(std::move(*nodes));
            else
                m_empty->setMessage(tr("There is no tree to draw"), text(nodes.error().message));
        });
}

void TreeTab::showTree(std::vector<engine::TreeNode> nodes)
{
    const int depth = std::max(1, treeDepth(nodes));
    {
        const QSignalBlocker blocker(m_levels);
        m_levels->setRange(1, depth);
        m_levels->setValue(std::min(depth, firstLevels));
        m_levels->setSuffix(tr(" of %1").arg(depth));
    }
    m_view->setLevels(m_levels->value());
    m_view->setTree({.nodes = std::move(nodes), .classes = m_classes, .title = tr("Decision tree of %1").arg(m_name)});
    m_summary->setText(m_view->tree().summary());
    m_node->setText(tr("Choose a node to read its conditions; arrow keys walk from node to node."));
    m_stack->setCurrentIndex(0);
}

QString TreeTab::savePng(const QString &path) const
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    treePicture(m_view->tree(), m_view->layoutOfTree(), font(), m_view->isDark()).save(&buffer, "PNG");
    return writeFile(path, content);
}

QString TreeTab::saveSvg(const QString &path) const
{
    return writeFile(path, treeSvg(m_view->tree(), m_view->layoutOfTree(), font(), m_view->isDark()));
}

void TreeTab::copyPicture() const
{
    QApplication::clipboard()->setImage(treePicture(m_view->tree(), m_view->layoutOfTree(), font(), m_view->isDark()));
}

void TreeTab::saveAs(const QString &suffix, const QString &filter)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the drawing"),
                                                      QDir(folder).filePath(QStringLiteral("tree.") + suffix), filter);
    if (path.isEmpty())
        return;
    if (const QString problem = suffix == QLatin1String("svg") ? saveSvg(path) : savePng(path); !problem.isEmpty())
        QMessageBox::warning(this, tr("Save the drawing"), problem);
}

} // namespace assay::ui
