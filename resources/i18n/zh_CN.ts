<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About lossviz</source>
        <translation>关于 lossviz</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name and version</source>
        <translation>名称与版本</translation>
    </message>
    <message>
        <source>See, drag and train loss functions: a window for teaching and learning them.</source>
        <translation>能看、能拖、能训练的损失函数：为教与学而做的窗口。</translation>
    </message>
    <message>
        <source>Free under the MIT licence: use it, change it, pass it on.</source>
        <translation>按 MIT 许可证免费使用，可自由修改和传播。</translation>
    </message>
    <message>
        <source>It sends nothing anywhere. The only thing it ever fetches is MNIST, when you ask for it.</source>
        <translation>它不会向外发送任何内容。只有在你要求时，它才会下载一样东西：MNIST。</translation>
    </message>
    <message>
        <source>Made with {parts}.</source>
        <translation>基于 {parts} 构建。</translation>
    </message>
    <message>
        <source>What it is made with</source>
        <translation>所用的组件</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>The text did not come with the installed package. It is at {address}.</source>
        <translation>安装包中没有附带许可证全文，见 {address}。</translation>
    </message>
</context>
<context>
    <name>Assembly</name>
    <message>
        <source>The run was saved to {path}.</source>
        <translation>训练结果已保存到 {path}。</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message>
        <source>The cases were saved to {path}.</source>
        <translation>样本已保存到 {path}。</translation>
    </message>
</context>
<context>
    <name>BallBoxes</name>
    <message>
        <source>The boxes and the drawn balls</source>
        <translation>盒子与抽出的球</translation>
    </message>
    <message>
        <source>Box 1</source>
        <translation>盒子 1</translation>
    </message>
    <message>
        <source>Box 2</source>
        <translation>盒子 2</translation>
    </message>
    <message>
        <source>Draw a ball: which box does it come from?</source>
        <translation>抽一个球：它来自哪个盒子？</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>{count} drawn: {blues} blue, {whites} white</source>
        <translation>已抽 {count} 个：{blues} 蓝，{whites} 白</translation>
    </message>
    <message>
        <source>{count} drawn: {blues} blue; the last {shown} shown</source>
        <translation>已抽 {count} 个：{blues} 蓝；只显示最后 {shown} 个</translation>
    </message>
    <message>
        <source>{blues} blue, {whites} white</source>
        <translation>{blues} 蓝，{whites} 白</translation>
    </message>
    <message>
        <source>There are no boxes yet.</source>
        <translation>还没有盒子。</translation>
    </message>
    <message>
        <source>Box 1: {w1} white, {b1} blue. Box 2: {w2} white, {b2} blue. {drawn}.</source>
        <translation>盒子 1：{w1} 白，{b1} 蓝。盒子 2：{w2} 白，{b2} 蓝。{drawn}。</translation>
    </message>
    <message>
        <source>No ball is drawn</source>
        <translation>还没有抽球</translation>
    </message>
</context>
<context>
    <name>BeliefBars</name>
    <message>
        <source>What is believed of either box</source>
        <translation>对每个盒子的相信程度</translation>
    </message>
    <message>
        <source>{name}: {left}, {right}</source>
        <translation>{name}：{left}，{right}</translation>
    </message>
    <message>
        <source>Nothing is believed yet.</source>
        <translation>还没有任何判断。</translation>
    </message>
</context>
<context>
    <name>BoxFields</name>
    <message>
        <source>{title}: white balls</source>
        <translation>{title}：白球</translation>
    </message>
    <message>
        <source>{title}: blue balls</source>
        <translation>{title}：蓝球</translation>
    </message>
</context>
<context>
    <name>BridgeNumbers</name>
    <message>
        <source>n draws</source>
        <translation>抽取次数 n</translation>
    </message>
    <message>
        <source>How many draws there are</source>
        <translation>抽取的次数</translation>
    </message>
    <message>
        <source>product of P</source>
        <translation>P 的乘积</translation>
    </message>
    <message>
        <source>The likelihood of all draws</source>
        <translation>全部抽取的似然</translation>
    </message>
    <message>
        <source>in float64</source>
        <translation>用 float64</translation>
    </message>
    <message>
        <source>What multiplying doubles gives</source>
        <translation>双精度数相乘的结果</translation>
    </message>
    <message>
        <source>sum of −ln P</source>
        <translation>−ln P 的和</translation>
    </message>
    <message>
        <source>−ln of the likelihood</source>
        <translation>似然取 −ln</translation>
    </message>
    <message>
        <source>−ln of the likelihood for each draw</source>
        <translation>平均每次抽取的 −ln 似然</translation>
    </message>
    <message>
        <source>Whether both are the same to the last digit</source>
        <translation>两者是否完全相同</translation>
    </message>
    <message>
        <source>The cross-entropy on the Fit page</source>
        <translation>拟合页的交叉熵</translation>
    </message>
    <message>
        <source>sum ÷ n =</source>
        <translation>和 ÷ n =</translation>
    </message>
    <message>
        <source>Fit’s BCE =</source>
        <translation>拟合页的 BCE =</translation>
    </message>
</context>
<context>
    <name>CalibrationPlot</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测概率</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>实际频率</translation>
    </message>
    <message>
        <source>predicted {share}</source>
        <translation>预测 {share}</translation>
    </message>
    <message>
        <source>happened {share}</source>
        <translation>实际 {share}</translation>
    </message>
    <message>
        <source>{count} cases</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <source>No cases yet.</source>
        <translation>还没有样本。</translation>
    </message>
</context>
<context>
    <name>CanvasSurface</name>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里画一个数字</translation>
    </message>
    <message>
        <source>Drop the picture here</source>
        <translation>把图片放到这里</translation>
    </message>
</context>
<context>
    <name>CanvasWords</name>
    <message>
        <source>{count} strokes.</source>
        <translation>{count} 笔。</translation>
    </message>
    <message>
        <source>There is no ink.</source>
        <translation>没有笔迹。</translation>
    </message>
    <message>
        <source>A picture, and {count} strokes on it.</source>
        <translation>一张图片，上面有 {count} 笔。</translation>
    </message>
    <message>
        <source>Draw a digit with the mouse or a pen; drag with the right button to erase. With the keyboard: move with the arrow keys, press or hold Space to draw, Escape lifts the pen. Drop a picture to open it.</source>
        <translation>用鼠标或笔画一个数字；按住右键拖动可擦除。键盘：方向键移动，按住空格画，Escape 抬笔。把图片拖进来可打开它。</translation>
    </message>
</context>
<context>
    <name>CasePlot</name>
    <message>
        <source>Cases and models</source>
        <translation>样本与模型</translation>
    </message>
</context>
<context>
    <name>CasePlotWords</name>
    <message>
        <source>{quantity} ({unit})</source>
        <translation>{quantity}（{unit}）</translation>
    </message>
    <message>
        <source>P({positive})</source>
        <translation>P({positive})</translation>
    </message>
    <message>
        <source>wrongly predicted</source>
        <translation>预测错误</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>decision of the sigmoid</source>
        <translation>sigmoid 的判定</translation>
    </message>
    <message>
        <source>decision of the line</source>
        <translation>直线的判定</translation>
    </message>
    <message>
        <source>best sigmoid</source>
        <translation>最佳 sigmoid</translation>
    </message>
    <message>
        <source>law</source>
        <translation>真实规律</translation>
    </message>
    <message>
        <source>earlier samples</source>
        <translation>先前的抽样</translation>
    </message>
    <message>
        <source>sigmoid: 10–90% in {width}</source>
        <translation>sigmoid：10–90% 宽 {width}</translation>
    </message>
    <message>
        <source>line: 10–90% in {width}</source>
        <translation>直线：10–90% 宽 {width}</translation>
    </message>
    <message>
        <source>The law is at 50% at {size}.</source>
        <translation>规律在 {size} 处为 50%。</translation>
    </message>
    <message>
        <source>{size}, {class_name}</source>
        <translation>{size}，{class_name}</translation>
    </message>
    <message>
        <source>P({positive}) = {p}</source>
        <translation>P({positive}) = {p}</translation>
    </message>
    <message>
        <source>predicted: {class_name}</source>
        <translation>预测：{class_name}</translation>
    </message>
    <message>
        <source>There are no cases yet.</source>
        <translation>还没有样本。</translation>
    </message>
    <message>
        <source>{count} cases: {negatives} {negative}, {positives} {positive}.</source>
        <translation>{count} 个样本：{negatives} 个{negative}，{positives} 个{positive}。</translation>
    </message>
    <message>
        <source>Sigmoid: w = {w}, b = {b}; it passes the threshold {threshold} at {edge}; {wrong} wrong.</source>
        <translation>Sigmoid：w = {w}，b = {b}；在 {edge} 处经过阈值 {threshold}；判错 {wrong} 个。</translation>
    </message>
    <message>
        <source>Line: w = {w}, b = {b}; it passes the threshold {threshold} at {edge}; {wrong} wrong.</source>
        <translation>直线：w = {w}，b = {b}；在 {edge} 处经过阈值 {threshold}；判错 {wrong} 个。</translation>
    </message>
    <message>
        <source>no size</source>
        <translation>任何大小都不</translation>
    </message>
    <message>
        <source>Selected: {size}, {class_name}.</source>
        <translation>已选：{size}，{class_name}。</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>There are no classes yet.</source>
        <translation>还没有类别。</translation>
    </message>
    <message>
        <source>Classes: logits, probabilities, targets and losses</source>
        <translation>各类别：logits、概率、目标和损失</translation>
    </message>
</context>
<context>
    <name>Classroom</name>
    <message>
        <source>The lesson was saved to {path}.</source>
        <translation>这一课已保存到 {path}。</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>What the code computes</source>
        <translation>代码计算的量</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>What the code gives</source>
        <translation>代码的结果</translation>
    </message>
    <message>
        <source>PyTorch code</source>
        <translation>PyTorch 代码</translation>
    </message>
    <message>
        <source>result = {value:.12g}</source>
        <translation>result = {value:.12g}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入你想做的事</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation>没有找到这样的命令。试试少输几个字。</translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation>现在不可用。</translation>
    </message>
</context>
<context>
    <name>ComparisonButtons</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ComparisonChoiceRow</name>
    <message>
        <source>What differs</source>
        <translation>比较什么</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>All of it is run so many times, each time from other first weights and in another order.</source>
        <translation>整个比较重复这么多次，每次换一组初始权重和图像顺序。</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
</context>
<context>
    <name>CostCaptions</name>
    <message>
        <source>{true} → {predicted}</source>
        <translation>{true} → {predicted}</translation>
    </message>
    <message>
        <source>(z−y)² {cost}</source>
        <translation>(z−y)² {cost}</translation>
    </message>
    <message>
        <source>−ln p {cost}</source>
        <translation>−ln p {cost}</translation>
    </message>
    <message>
        <source>MSE {cost}</source>
        <translation>MSE {cost}</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Hidden until the answer is revealed</source>
        <translation>揭晓答案前遮住</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <source>Something went wrong. Your work is still there.</source>
        <translation>出了问题。你的内容还在。</translation>
    </message>
    <message>
        <source>Last time lossviz ended by itself, because something went wrong.</source>
        <translation>上次 lossviz 因出错而意外退出。</translation>
    </message>
    <message>
        <source>What is known about it is in {path}, on this computer only; nothing was sent. If you want it mended, copy the report and pass it on.</source>
        <translation>已知的情况写在 {path} 中，只保存在这台电脑上，没有发送任何内容。如果希望问题得到修复，请复制报告并转交给开发者。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
</context>
<context>
    <name>CurveLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>A click hides a run, or shows it again.</source>
        <translation>点击可隐藏某次训练，再点击则重新显示。</translation>
    </message>
    <message>
        <source>{name} (hidden)</source>
        <translation>{name}（已隐藏）</translation>
    </message>
</context>
<context>
    <name>CurveWords</name>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>batch: {value}</source>
        <translation>批次：{value}</translation>
    </message>
    <message>
        <source>validation: {value} (step {step})</source>
        <translation>验证：{value}（第 {step} 步）</translation>
    </message>
    <message>
        <source>No values yet.</source>
        <translation>还没有数值。</translation>
    </message>
    <message>
        <source>earlier runs shown: {count}</source>
        <translation>同时显示的先前训练：{count}</translation>
    </message>
    <message>
        <source>{name}: diverged at step {step}</source>
        <translation>{name}：在第 {step} 步发散</translation>
    </message>
    <message>
        <source>{name}: step {step}, last batch {value}</source>
        <translation>{name}：第 {step} 步，最近一个批次 {value}</translation>
    </message>
    <message>
        <source>, mean of the last {count} {value}</source>
        <translation>，最近 {count} 个的平均 {value}</translation>
    </message>
    <message>
        <source>mean of the last {count}: {value}</source>
        <translation>最近 {count} 个的平均：{value}</translation>
    </message>
    <message>
        <source>{name}: mean of the last {count}</source>
        <translation>{name}：最近 {count} 步的平均</translation>
    </message>
    <message>
        <source>best validation {value} at step {step}</source>
        <translation>最佳验证值 {value}，在第 {step} 步</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>the rings stand every {count} steps</source>
        <translation>圆环每 {count} 步一个</translation>
    </message>
    <message>
        <source>{name}: train</source>
        <translation>{name} · 训练</translation>
    </message>
    <message>
        <source>the faint line is each batch</source>
        <translation>浅色细线是每个批次的值</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Download MNIST</source>
        <translation>下载 MNIST</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation>内置数字</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Downloading MNIST: %p%</source>
        <translation>正在下载 MNIST：%p%</translation>
    </message>
    <message>
        <source>drawn by lossviz, not MNIST · {images} images</source>
        <translation>由 lossviz 绘制，不是 MNIST · {images} 张图像</translation>
    </message>
    <message>
        <source>{train} training, {validation} validation, {test} test images</source>
        <translation>{train} 张训练、{validation} 张验证、{test} 张测试图像</translation>
    </message>
    <message>
        <source>Open a folder with MNIST&apos;s four files</source>
        <translation>打开含有 MNIST 四个文件的文件夹</translation>
    </message>
    <message>
        <source>Digits (*.npz *.json *.json.gz *.gz);;All files (*)</source>
        <translation>数字 (*.npz *.json *.json.gz *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a file of digits</source>
        <translation>打开数字文件</translation>
    </message>
</context>
<context>
    <name>DigitAnswerPanel</name>
    <message>
        <source>How ink becomes 28 × 28</source>
        <translation>笔迹如何变成 28 × 28</translation>
    </message>
    <message>
        <source>MNIST-style</source>
        <translation>MNIST 方式</translation>
    </message>
    <message>
        <source>Raw, shrunk</source>
        <translation>原样缩小</translation>
    </message>
    <message>
        <source>MNIST-style: scaled to 20 pixels and centred by mass, as MNIST was made. Raw: the canvas, shrunk.</source>
        <translation>MNIST 方式：缩放到 20 像素并按质心居中，与 MNIST 的制作方法相同。原样缩小：直接把画布缩小。</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>由谁回答</translation>
    </message>
    <message>
        <source>Shipped network</source>
        <translation>自带网络</translation>
    </message>
    <message>
        <source>Present run</source>
        <translation>当前训练</translation>
    </message>
    <message>
        <source>Predicted digit</source>
        <translation>预测的数字</translation>
    </message>
    <message>
        <source>Show the logits of this digit on the Softmax page</source>
        <translation>在 Softmax 页显示这个数字的 logits</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>笔迹</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>{digit}  (number {number})</source>
        <translation>{digit}（输出 {number}）</translation>
    </message>
    <message>
        <source>No network can answer yet: start a run.</source>
        <translation>还没有可以作答的网络：请开始训练。</translation>
    </message>
    <message>
        <source>trained on {data}, {accuracy} right on its test set</source>
        <translation>训练数据：{data}；测试集准确率 {accuracy}</translation>
    </message>
    <message>
        <source>run {number} after {step} steps on {data}</source>
        <translation>第 {number} 次训练，第 {step} 步；训练数据：{data}</translation>
    </message>
</context>
<context>
    <name>DigitCanvasPanel</name>
    <message>
        <source>Pen width</source>
        <translation>笔的粗细</translation>
    </message>
    <message>
        <source>Pen width. MNIST-style ink is redrawn with MNIST&apos;s own pen, so it matters for raw ink only.</source>
        <translation>笔的粗细。MNIST 方式会按 MNIST 的笔画粗细重画，所以这里只影响“原样缩小”的笔迹。</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Erase with the left button; the right one always does (E)</source>
        <translation>用左键擦除；右键总是擦除 (E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last stroke</source>
        <translation>撤回最后一笔</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Take a fresh sheet (Delete)</source>
        <translation>换一张白纸 (Delete)</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>Image…</source>
        <translation>图像…</translation>
    </message>
    <message>
        <source>Read a digit from a picture; pictures can also be dropped on the canvas</source>
        <translation>读取图片中的数字；也可以把图片拖到画布上</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Read a digit from a picture on the clipboard (Ctrl+V)</source>
        <translation>读取剪贴板图片中的数字 (Ctrl+V)</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>Found from the picture&apos;s border; change it if the digit and its paper were mistaken.</source>
        <translation>根据图片边缘判断；如果把字和纸弄反了，请改过来。</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.webp);;All files (*)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.webp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a picture of a digit</source>
        <translation>打开一张数字图片</translation>
    </message>
</context>
<context>
    <name>DigitImage</name>
    <message>
        <source>Image that the network sees</source>
        <translation>网络看到的图像</translation>
    </message>
    <message>
        <source>Empty: there is no ink.</source>
        <translation>空白：没有笔迹。</translation>
    </message>
    <message>
        <source>28 × 28 grey values, white ink on black. The ink is {width} wide and {height} high, its centre of mass at {x}, {y} from the top left.</source>
        <translation>28 × 28 个灰度值，黑底白字。笔迹宽 {width}、高 {height}，质心距左上角 {x}、{y}。</translation>
    </message>
</context>
<context>
    <name>DistributionBars</name>
    <message>
        <source>There is no distribution yet.</source>
        <translation>还没有分布。</translation>
    </message>
</context>
<context>
    <name>DrawTable</name>
    <message>
        <source>Every draw with the product and the sum so far</source>
        <translation>每次抽取，以及到此为止的乘积与和</translation>
    </message>
</context>
<context>
    <name>DrawTableModel</name>
    <message>
        <source>draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Σ −ln P</source>
        <translation>Σ −ln P</translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Drawing canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>EntropyFormulas</name>
    <message>
        <source>Entropy: the surprise if p is expected</source>
        <translation>熵：以 p 为预测的意外程度</translation>
    </message>
    <message>
        <source>Cross-entropy: the surprise if q is expected</source>
        <translation>交叉熵：以 q 为预测的意外程度</translation>
    </message>
    <message>
        <source>Divergence: what expecting q costs more</source>
        <translation>散度：以 q 为预测多付的代价</translation>
    </message>
</context>
<context>
    <name>EntropyStack</name>
    <message>
        <source>Entropy and divergence stacked to the cross-entropy</source>
        <translation>熵与散度相加得到交叉熵</translation>
    </message>
    <message>
        <source>There are no distributions yet.</source>
        <translation>还没有分布。</translation>
    </message>
    <message>
        <source>H(p) {entropy:.4g} and KL {divergence:.4g} make H(p, q) {cross:.4g}</source>
        <translation>H(p) {entropy:.4g} 加 KL {divergence:.4g} 等于 H(p, q) {cross:.4g}</translation>
    </message>
    <message>
        <source>H(p)</source>
        <translation>H(p)</translation>
    </message>
    <message>
        <source>H(p, q)</source>
        <translation>H(p, q)</translation>
    </message>
    <message>
        <source>H(p) + KL(p‖q)</source>
        <translation>H(p) + KL(p‖q)</translation>
    </message>
    <message>
        <source>= H(p, q)</source>
        <translation>= H(p, q)</translation>
    </message>
</context>
<context>
    <name>EvaluationBar</name>
    <message>
        <source>Which images</source>
        <translation>哪些图像</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>验证图像</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation>立即评估</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel measuring</source>
        <translation>取消评估</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>评估进度</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>评估对象</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>EvaluationWords</name>
    <message>
        <source>{network}, on {count} {part} images of {data}: {accuracy} right</source>
        <translation>{network}：{count} 张{part}图像（{data}），准确率 {accuracy}</translation>
    </message>
    <message>
        <source>{network}, which answers the canvas, is not measured yet.</source>
        <translation>正在画布上作答的{network}尚未评估。</translation>
    </message>
    <message>
        <source>As soon as there are data and a network</source>
        <translation>有了数据和网络才能评估</translation>
    </message>
    <message>
        <source>Ask {network} about every {part} image</source>
        <translation>让{network}识别每张{part}图像</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>There are no digits to measure on yet.</source>
        <translation>还没有可用于评估的数字图像。</translation>
    </message>
    <message>
        <source>No network can be measured yet: start a run.</source>
        <translation>还没有可以评估的网络：请开始训练。</translation>
    </message>
    <message>
        <source>A run is measured on the validation images after every epoch; the button does it now.</source>
        <translation>训练在每个轮次之后都会用验证图像评估；按钮则立即评估。</translation>
    </message>
    <message>
        <source>A run is measured on the test images at its end; the button does it now.</source>
        <translation>训练结束时会用测试图像评估；按钮则立即评估。</translation>
    </message>
    <message>
        <source>The shipped network</source>
        <translation>自带网络</translation>
    </message>
    <message>
        <source>the shipped network</source>
        <translation>自带网络</translation>
    </message>
    <message>
        <source>Run {number}, step {step}</source>
        <translation>第 {number} 次训练（第 {step} 步）</translation>
    </message>
    <message>
        <source>run {number}, step {step}</source>
        <translation>第 {number} 次训练（第 {step} 步）</translation>
    </message>
</context>
<context>
    <name>ExperimentTable</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>mean</translation>
    </message>
    <message>
        <source>reduction=&quot;mean&quot;</source>
        <translation>reduction=&quot;mean&quot;</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>sum</translation>
    </message>
    <message>
        <source>reduction=&quot;sum&quot;</source>
        <translation>reduction=&quot;sum&quot;</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>How far the mean is from that in float64, as a share of it</source>
        <translation>平均值与 float64 平均值的相对误差</translation>
    </message>
</context>
<context>
    <name>ExplanationOverlay</name>
    <message>
        <source>What is what</source>
        <translation>界面说明</translation>
    </message>
    <message>
        <source>What is what (Esc closes)</source>
        <translation>界面说明（Esc 关闭）</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Runs shown: {count}</source>
        <translation>显示的训练：{count}</translation>
    </message>
    <message>
        <source>Runs selected: {count}</source>
        <translation>选中的训练：{count}</translation>
    </message>
    <message>
        <source>Every step as a table (CSV)…</source>
        <translation>每一步的数据表 (CSV)…</translation>
    </message>
    <message>
        <source>Report with plots and settings (HTML)…</source>
        <translation>带图和设置的报告 (HTML)…</translation>
    </message>
    <message>
        <source>Curves as a drawing (SVG)…</source>
        <translation>曲线的矢量图 (SVG)…</translation>
    </message>
    <message>
        <source>Folder for TensorBoard…</source>
        <translation>TensorBoard 文件夹…</translation>
    </message>
    <message>
        <source>Picture as on screen (PNG)</source>
        <translation>屏幕上的样子，作为图片 (PNG)</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Opening {path}…</source>
        <translation>正在打开 {path}…</translation>
    </message>
    <message>
        <source>Saving the run to {path}…</source>
        <translation>正在将训练保存到 {path}…</translation>
    </message>
</context>
<context>
    <name>FitCalibrationPanel</name>
    <message>
        <source>Calibration of the sigmoid</source>
        <translation>sigmoid 的校准</translation>
    </message>
</context>
<context>
    <name>FitCodePanel</name>
    <message>
        <source>The loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The fits</source>
        <translation>两种拟合</translation>
    </message>
    <message>
        <source>The gradient at the marker</source>
        <translation>标记处的梯度</translation>
    </message>
    <message>
        <source>A first step over all cases</source>
        <translation>用全部样本走的第一步</translation>
    </message>
    <message>
        <source>Accuracy at the threshold</source>
        <translation>该阈值下的准确率</translation>
    </message>
</context>
<context>
    <name>FitDataPanel</name>
    <message>
        <source>From a file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>Take back the last change, on whichever page</source>
        <translation>撤销上一次修改，无论在哪一页</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>重做这次修改</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a CSV table with a number and a class in each row</source>
        <translation>打开 CSV 表格：每行一个数和一个类别</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Write the cases to a CSV table</source>
        <translation>把样本写入 CSV 表格</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Number of cases</source>
        <translation>样本的个数</translation>
    </message>
    <message>
        <source>How wide the range is in which both classes occur; 1 is the scenario&apos;s own</source>
        <translation>两个类别重叠的范围有多宽；1 为该情景原来的宽度</translation>
    </message>
    <message>
        <source>The same seed draws the same cases</source>
        <translation>同样的种子得到同样的样本</translation>
    </message>
    <message>
        <source>Other cases from the same law; the fits of these stay as thin curves</source>
        <translation>从同一规律另抽一批样本；现有的拟合留作细线</translation>
    </message>
    <message>
        <source>Resample</source>
        <translation>重新抽样</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>真实规律</translation>
    </message>
    <message>
        <source>Show the law</source>
        <translation>显示真实规律</translation>
    </message>
    <message>
        <source>The probability that the labels were drawn from</source>
        <translation>标签就是按这个概率抽取的</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>打开样本</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save cases</source>
        <translation>保存样本</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>FitDescentPanel</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>It has arrived: the gradient is practically zero.</source>
        <translation>已到达最小值：梯度几乎为零。</translation>
    </message>
    <message>
        <source>It hardly moves, far from the minimum.</source>
        <translation>离最小值还远，却几乎不动。</translation>
    </message>
    <message>
        <source>It has diverged.</source>
        <translation>已经发散。</translation>
    </message>
    <message>
        <source>Step {step}.</source>
        <translation>第 {step} 步。</translation>
    </message>
    <message>
        <source>Descend cross-entropy</source>
        <translation>改沿交叉熵下降</translation>
    </message>
    <message>
        <source>Use {rate:g}</source>
        <translation>使用 {rate:g}</translation>
    </message>
    <message>
        <source>Learning rate {rate:g} &gt; 2/λmax = {limit:.3g}: each step overshoots the valley.</source>
        <translation>学习率 {rate:g} &gt; 2/λmax = {limit:.3g}：每一步都会越过谷底。</translation>
    </message>
    <message>
        <source>The surface is flat here: cross-entropy&apos;s gradient is {ratio:.3g} times that of MSE.</source>
        <translation>这里的曲面很平：交叉熵的梯度是 MSE 的 {ratio:.3g} 倍。</translation>
    </message>
    <message>
        <source>A size divides the classes without an error: w grows for ever, and the loss towards 0.</source>
        <translation>存在一个能把两类完全分开的大小：w 会一直增大，损失趋于 0。</translation>
    </message>
    <message>
        <source>Learning rate {rate:g} ≤ 2/λmax = {limit:.3g}, yet it leads uphill: the surface bends more on its way.</source>
        <translation>学习率 {rate:g} ≤ 2/λmax = {limit:.3g}，这一步却走向高处：途中曲面弯得更厉害。</translation>
    </message>
    <message>
        <source>Learning rate {rate:g} ≤ 2/λmax = {limit:.3g}, here and at the bottom.</source>
        <translation>学习率 {rate:g} ≤ 2/λmax = {limit:.3g}，在这里和谷底都成立。</translation>
    </message>
    <message>
        <source>State of the descent</source>
        <translation>下降的状态</translation>
    </message>
    <message>
        <source>Do what helps</source>
        <translation>照建议处理</translation>
    </message>
    <message>
        <source>Drag a case, the curve, or the marker on either map.</source>
        <translation>可以拖动样本、曲线，或任一张图上的标记。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Take steps back</source>
        <translation>退回几步</translation>
    </message>
    <message>
        <source>Take steps by themselves, or hold</source>
        <translation>自动走步，或暂停</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Take steps</source>
        <translation>走几步</translation>
    </message>
    <message>
        <source>Steps at once</source>
        <translation>每次走的步数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>1× is ten steps a second</source>
        <translation>1× 是每秒十步</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试试</translation>
    </message>
    <message>
        <source>Try…</source>
        <translation>试试…</translation>
    </message>
    <message>
        <source>Slow start: w = b = 2</source>
        <translation>起步慢：w = b = 2</translation>
    </message>
    <message>
        <source>Too large a step</source>
        <translation>步长太大</translation>
    </message>
    <message>
        <source>Zig-zag</source>
        <translation>之字形</translation>
    </message>
    <message>
        <source>The loss that the descent goes down</source>
        <translation>下降所沿的损失</translation>
    </message>
    <message>
        <source>Loss to descend</source>
        <translation>沿哪种损失下降</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Holds from the next step on</source>
        <translation>从下一步起生效</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Descend</source>
        <translation>沿此下降</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Race against</source>
        <translation>同场比赛</translation>
    </message>
    <message>
        <source>Race against {name}</source>
        <translation>与“{name}”比赛</translation>
    </message>
</context>
<context>
    <name>FitLossesPanel</name>
    <message>
        <source>Loss of every case</source>
        <translation>每个样本的损失</translation>
    </message>
    <message>
        <source>What the case under the mouse costs, or the mean of all</source>
        <translation>鼠标所指样本的代价；没有所指样本时为平均值</translation>
    </message>
    <message>
        <source>See the same numbers on another page</source>
        <translation>在另一页查看同样的数</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The selected case as logits: &amp;Softmax</source>
        <translation>所选样本作为 logits：&amp;Softmax</translation>
    </message>
    <message>
        <source>BCE as a likelihood: &amp;Losses</source>
        <translation>BCE 作为似然：&amp;Losses</translation>
    </message>
</context>
<context>
    <name>FitPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Cases, sigmoid and line</source>
        <translation>样本、sigmoid 与直线</translation>
    </message>
    <message>
        <source>Loss of each case</source>
        <translation>每个样本的损失</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Loss surfaces</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>截面</translation>
    </message>
</context>
<context>
    <name>FitPlotPanel</name>
    <message>
        <source>Cases, line and sigmoid</source>
        <translation>样本、sigmoid 与直线</translation>
    </message>
    <message>
        <source>Weight: how steep the sigmoid is</source>
        <translation>权重：决定 sigmoid 有多陡</translation>
    </message>
    <message>
        <source>Bias: where the sigmoid stands</source>
        <translation>偏置：决定 sigmoid 的位置</translation>
    </message>
    <message>
        <source>Best fit</source>
        <translation>最佳拟合</translation>
    </message>
    <message>
        <source>Go to the sigmoid of least cross-entropy</source>
        <translation>移到交叉熵最小的 sigmoid</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>The straight line of least squares</source>
        <translation>最小二乘直线</translation>
    </message>
    <message>
        <source>0/1</source>
        <translation>0/1</translation>
    </message>
    <message>
        <source>Show the output after the threshold</source>
        <translation>显示经过阈值后的输出</translation>
    </message>
    <message>
        <source>How steep both models are</source>
        <translation>两个模型的陡峭程度</translation>
    </message>
    <message>
        <source>Where each model passes from 10% to 90%</source>
        <translation>每个模型从 10% 升到 90% 的区间</translation>
    </message>
    <message>
        <source>10–90%</source>
        <translation>10–90%</translation>
    </message>
    <message>
        <source>Slope at {x:.3g} {unit}: sigmoid {sigmoid:+.3g}, line {line:+.3g} per {unit}</source>
        <translation>在 {x:.3g} {unit} 处的斜率：sigmoid {sigmoid:+.3g}，直线 {line:+.3g}（每 {unit}）</translation>
    </message>
</context>
<context>
    <name>FitSlicePanel</name>
    <message>
        <source>Losses along one parameter</source>
        <translation>沿一个参数的损失</translation>
    </message>
    <message>
        <source>along w</source>
        <translation>沿 w</translation>
    </message>
    <message>
        <source>Cut along w</source>
        <translation>沿 w 方向的截面</translation>
    </message>
    <message>
        <source>along b</source>
        <translation>沿 b</translation>
    </message>
    <message>
        <source>Cut along b</source>
        <translation>沿 b 方向的截面</translation>
    </message>
</context>
<context>
    <name>FitSlowMotionPanel</name>
    <message>
        <source>z = w x + b, p = σ(z)</source>
        <translation>z = w x + b，p = σ(z)</translation>
    </message>
    <message>
        <source>x = {x:.4g}: z = {z:.4g}, p = {p:.4g}</source>
        <translation>x = {x:.4g}：z = {z:.4g}，p = {p:.4g}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……以及另外 {count} 个</translation>
    </message>
    <message>
        <source>mean {name} of {count} cases
= {loss:.6g}</source>
        <translation>{count} 个样本的 {name} 平均值
= {loss:.6g}</translation>
    </message>
    <message>
        <source>d{name}/dw = {w:+.5g}
d{name}/db = {b:+.5g}</source>
        <translation>d{name}/dw = {w:+.5g}
d{name}/db = {b:+.5g}</translation>
    </message>
    <message>
        <source>w: {w:.5g} → {new_w:.5g}
b: {b:.5g} → {new_b:.5g}</source>
        <translation>w：{w:.5g} → {new_w:.5g}
b：{b:.5g} → {new_b:.5g}</translation>
    </message>
    <message>
        <source>Play and Step go through the phases one by one</source>
        <translation>“播放”和“单步”会逐个经过四个阶段</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <source>Next phase</source>
        <translation>下一阶段</translation>
    </message>
    <message>
        <source>Go to the next phase</source>
        <translation>进入下一阶段</translation>
    </message>
    <message>
        <source>1 Forward</source>
        <translation>1 前向</translation>
    </message>
    <message>
        <source>2 Loss</source>
        <translation>2 损失</translation>
    </message>
    <message>
        <source>3 Backward</source>
        <translation>3 反向</translation>
    </message>
    <message>
        <source>4 Update</source>
        <translation>4 更新</translation>
    </message>
</context>
<context>
    <name>FitSurfacesPanel</name>
    <message>
        <source>MSE · sigmoid</source>
        <translation>MSE · sigmoid</translation>
    </message>
    <message>
        <source>BCE · sigmoid</source>
        <translation>BCE · sigmoid</translation>
    </message>
    <message>
        <source>MSE · line</source>
        <translation>MSE · 直线</translation>
    </message>
    <message>
        <source>|∇BCE| / |∇MSE| = {bce:.3g} / {mse:.3g} (zero up to rounding)</source>
        <translation>|∇BCE| / |∇MSE| = {bce:.3g} / {mse:.3g}（0 指在舍入误差内为零）</translation>
    </message>
    <message>
        <source>|∇BCE| / |∇MSE| = {bce:.3g} / {mse:.3g} = {ratio:.3g}</source>
        <translation>|∇BCE| / |∇MSE| = {bce:.3g} / {mse:.3g} = {ratio:.3g}</translation>
    </message>
    <message>
        <source>Losses of those who race</source>
        <translation>参赛者的损失</translation>
    </message>
    <message>
        <source>Lengths of the gradients</source>
        <translation>梯度的长度</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message>
        <source>Show the surfaces in space</source>
        <translation>以三维方式显示曲面</translation>
    </message>
    <message>
        <source>Each colour covers the same area, so that the floor of the valley shows; otherwise by value</source>
        <translation>每种颜色占同样的面积，使谷底清晰可见；否则按数值着色</translation>
    </message>
    <message>
        <source>Even colours</source>
        <translation>均匀着色</translation>
    </message>
    <message>
        <source>Hatch where the surface curves downwards in some direction: there it is not convex</source>
        <translation>在某个方向上向下弯的地方画上斜线：那里不是凸的</translation>
    </message>
    <message>
        <source>Not convex</source>
        <translation>非凸处</translation>
    </message>
    <message>
        <source>The straight line&apos;s squared error over the same w and b, with the line&apos;s own best</source>
        <translation>同样的 w 和 b 下直线的平方误差，并标出直线自己的最优点</translation>
    </message>
    <message>
        <source>Line&apos;s surface</source>
        <translation>直线的曲面</translation>
    </message>
    <message>
        <source>Fit view</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Show minimum, marker and path</source>
        <translation>显示最小值、标记和路径</translation>
    </message>
    <message>
        <source>Show the minimum and the marker again (double click on a map)</source>
        <translation>重新显示最小值和标记（也可双击曲面图）</translation>
    </message>
    <message>
        <source>w {w:.4g}, b {b:.4g}
MSE {mse:.6g}
BCE {bce:.6g}</source>
        <translation>w {w:.4g}，b {b:.4g}
MSE {mse:.6g}
BCE {bce:.6g}</translation>
    </message>
</context>
<context>
    <name>FitThresholdPanel</name>
    <message>
        <source>{threshold:.3f} (costs {cost:g})</source>
        <translation>{threshold:.3f}（代价 {cost:g}）</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Cost of a false alarm</source>
        <translation>误报的代价</translation>
    </message>
    <message>
        <source>Cost of a missed case</source>
        <translation>漏报的代价</translation>
    </message>
    <message>
        <source>Use the best</source>
        <translation>用最佳值</translation>
    </message>
    <message>
        <source>Use the sigmoid&apos;s best threshold</source>
        <translation>使用 sigmoid 的最佳阈值</translation>
    </message>
    <message>
        <source>The threshold at which the errors of the sigmoid cost least</source>
        <translation>使 sigmoid 的错误代价最小的阈值</translation>
    </message>
    <message>
        <source>False alarm costs</source>
        <translation>误报的代价</translation>
    </message>
    <message>
        <source>missed case costs</source>
        <translation>漏报的代价</translation>
    </message>
    <message>
        <source>TP</source>
        <translation>TP</translation>
    </message>
    <message>
        <source>true positives: called positive, and they are</source>
        <translation>真阳性：判为阳性，实际也是</translation>
    </message>
    <message>
        <source>FP</source>
        <translation>FP</translation>
    </message>
    <message>
        <source>false positives: false alarms</source>
        <translation>假阳性：误报</translation>
    </message>
    <message>
        <source>TN</source>
        <translation>TN</translation>
    </message>
    <message>
        <source>true negatives: called negative, and they are</source>
        <translation>真阴性：判为阴性，实际也是</translation>
    </message>
    <message>
        <source>FN</source>
        <translation>FN</translation>
    </message>
    <message>
        <source>false negatives: missed cases</source>
        <translation>假阴性：漏报</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>share of all cases that are called right</source>
        <translation>全部样本中判对的比例</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>of all errors at this threshold</source>
        <translation>该阈值下全部错误的代价</translation>
    </message>
    <message>
        <source>best threshold</source>
        <translation>最佳阈值</translation>
    </message>
    <message>
        <source>where the errors cost least</source>
        <translation>错误代价最小处</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
</context>
<context>
    <name>FormulaView</name>
    <message>
        <source>There is no formula yet.</source>
        <translation>还没有公式。</translation>
    </message>
    <message>
        <source>In TeX: {tex}</source>
        <translation>TeX 写法：{tex}</translation>
    </message>
</context>
<context>
    <name>ImageGrid</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>There are no images yet.</source>
        <translation>还没有图像。</translation>
    </message>
    <message>
        <source>{number} of {count}: {image}</source>
        <translation>{number}/{count}：{image}</translation>
    </message>
</context>
<context>
    <name>InsideWords</name>
    <message>
        <source>There is no network to look into yet: start a run.</source>
        <translation>还没有可以查看内部的网络：请开始训练。</translation>
    </message>
    <message>
        <source>Inside the shipped network, for the digit on the canvas</source>
        <translation>自带网络内部：画布上的数字</translation>
    </message>
    <message>
        <source>Inside run {number}, step {step}, for the digit on the canvas</source>
        <translation>第 {number} 次训练（第 {step} 步）内部：画布上的数字</translation>
    </message>
    <message>
        <source>Draw a digit: the pixels that matter light up here.</source>
        <translation>画一个数字：起作用的像素会在这里亮起来。</translation>
    </message>
    <message>
        <source>Orange: more ink here raises {wanted}. Blue with a dash: it lowers it.</source>
        <translation>橙色：这里笔迹多一些会提高{wanted}。带短横的蓝色：会降低它。</translation>
    </message>
    <message>
        <source>±{steepest} a pixel</source>
        <translation>每像素 ±{steepest}</translation>
    </message>
    <message>
        <source>First layer: {units} filters of {side} × {side}, each with what it finds (behind ReLU)</source>
        <translation>第一层：{units} 个 {side} × {side} 的卷积核，以及各自检测到的特征（ReLU 之后）</translation>
    </message>
    <message>
        <source>The only layer: the weights of each output as a picture, its value below</source>
        <translation>唯一的一层：每个输出的权重画成图，下面是输出值</translation>
    </message>
    <message>
        <source>First layer: the weights of its {units} units as pictures, activations (behind ReLU) below</source>
        <translation>第一层：{units} 个单元的权重画成图，下面是激活值（ReLU 之后）</translation>
    </message>
    <message>
        <source>the output z</source>
        <translation>输出 z</translation>
    </message>
    <message>
        <source>(z − {digit})²</source>
        <translation>代价 (z − {digit})²</translation>
    </message>
    <message>
        <source>the score of {digit}</source>
        <translation>数字 {digit} 的得分</translation>
    </message>
    <message>
        <source>−ln p of {digit}</source>
        <translation>数字 {digit} 的 −ln p</translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>All keys</source>
        <translation>所有快捷键</translation>
    </message>
    <message>
        <source>Keys (Esc closes)</source>
        <translation>快捷键（Esc 关闭）</translation>
    </message>
</context>
<context>
    <name>LandscapeControls</name>
    <message>
        <source>Kind of directions</source>
        <translation>方向的种类</translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation>随机方向</translation>
    </message>
    <message>
        <source>Along the path</source>
        <translation>沿路径</translation>
    </message>
    <message>
        <source>Random: two directions with every filter as long as the network&apos;s own. Along the path: the two in which training has moved the weights most</source>
        <translation>随机：两个方向，每个卷积核的长度与网络自身的相同。沿路径：训练中权重移动最多的两个方向</translation>
    </message>
    <message>
        <source>Points of the grid</source>
        <translation>网格的点数</translation>
    </message>
    <message>
        <source>Another seed gives other random directions</source>
        <translation>换一个种子，得到另外的随机方向</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>How far the grid reaches to each side of the present weights</source>
        <translation>网格从当前权重向每一侧延伸多远</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>跨度</translation>
    </message>
    <message>
        <source>Of the training images; more take longer and are more exact</source>
        <translation>使用多少张训练图像；越多越慢，也越精确</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>Compute the losses around the network as it is now</source>
        <translation>计算网络当前权重周围的损失</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Stop computing; what is known stays</source>
        <translation>停止计算；已算出的保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Span ±</source>
        <translation>跨度 ±</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>“{text}” was not taken: it has to be a number from {low} to {high}. The last one stays.</source>
        <translation>“{text}”无效：应为 {low} 到 {high} 的数。保留上一个数。</translation>
    </message>
</context>
<context>
    <name>LayerUnits</name>
    <message>
        <source>First layer</source>
        <translation>第一层</translation>
    </message>
    <message>
        <source>{count} units. {unit}</source>
        <translation>{count} 个单元。{unit}</translation>
    </message>
    <message>
        <source>Unit {number}: weights from {least} to {most}</source>
        <translation>单元 {number}：权重从 {least} 到 {most}</translation>
    </message>
    <message>
        <source>largest activation {value}</source>
        <translation>最大激活值 {value}</translation>
    </message>
    <message>
        <source>activation {value}</source>
        <translation>激活值 {value}</translation>
    </message>
    <message>
        <source>There is no network yet.</source>
        <translation>还没有网络。</translation>
    </message>
    <message>
        <source>{count} units.</source>
        <translation>{count} 个单元。</translation>
    </message>
    <message>
        <source>{count} units; the most active is {unit}</source>
        <translation>{count} 个单元；最活跃的是 {unit}</translation>
    </message>
</context>
<context>
    <name>LessonDialogs</name>
    <message>
        <source>Open a lesson</source>
        <translation>打开一课</translation>
    </message>
    <message>
        <source>Save the lesson with its tally</source>
        <translation>保存这一课及举手计数</translation>
    </message>
    <message>
        <source>Write a handout</source>
        <translation>保存讲义</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing the handout…</source>
        <translation>正在写讲义……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Lessons (*.yaml)</source>
        <translation>课 (*.yaml)</translation>
    </message>
</context>
<context>
    <name>LessonEditor</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>还缺什么</translation>
    </message>
    <message>
        <source>Edit a lesson</source>
        <translation>编辑一课</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>保存这一课</translation>
    </message>
    <message>
        <source>Lesson not saved</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>The lesson has been changed and not saved. Save it now?</source>
        <translation>这一课已修改但未保存。现在保存吗？</translation>
    </message>
    <message>
        <source>Lesson editor: {name}[*]</source>
        <translation>备课：{name}[*]</translation>
    </message>
    <message>
        <source>Step {number}:</source>
        <translation>第 {number} 步：</translation>
    </message>
    <message>
        <source>Lessons (*{suffix})</source>
        <translation>课 (*{suffix})</translation>
    </message>
    <message>
        <source>Lesson and step</source>
        <translation>课程与步骤</translation>
    </message>
    <message>
        <source>Record the window into this step</source>
        <translation>把窗口当前的状态记录到这一步</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>A new step with what stands in the window</source>
        <translation>用窗口当前的状态添加新的一步</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Play the lesson from this step on</source>
        <translation>从这一步起播放这一课</translation>
    </message>
    <message>
        <source>Handout…</source>
        <translation>讲义…</translation>
    </message>
</context>
<context>
    <name>LessonForm</name>
    <message>
        <source>Language of the texts</source>
        <translation>文字的语言</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课名</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>Hide while asking</source>
        <translation>提问时遮住</translation>
    </message>
    <message>
        <source>What lies under a card with a question mark until the answer is revealed</source>
        <translation>揭晓答案之前，用问号卡片盖住的内容</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>突出显示</translation>
    </message>
    <message>
        <source>What gets a frame, so that everybody looks there</source>
        <translation>加上边框，让大家都看那里</translation>
    </message>
    <message>
        <source>Press buttons</source>
        <translation>按下按钮</translation>
    </message>
    <message>
        <source>Buttons that are pressed once everything is set</source>
        <translation>一切设置好之后要按下的按钮</translation>
    </message>
    <message>
        <source>Show panels</source>
        <translation>显示面板</translation>
    </message>
    <message>
        <source>Panels that come to the front; the first one or two are presented</source>
        <translation>显示到最前的面板；演示时显示前一个或两个</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>The name of the lesson for scripts</source>
        <translation>供脚本使用的名称</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Goal: {goal}</source>
        <translation>目标：{goal}</translation>
    </message>
    <message>
        <source>You are exploring. “{title}” waits at step {number} of {count}.</source>
        <translation>你正在自行探索。“{title}”停在第 {number} 步，共 {count} 步。</translation>
    </message>
    <message>
        <source>{number} of {count}  ·  {step}</source>
        <translation>{number}/{count}  ·  {step}</translation>
    </message>
    <message>
        <source>Lesson: {title}</source>
        <translation>本课：{title}</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The step before (Page Up)</source>
        <translation>上一步 (Page Up)</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>揭晓</translation>
    </message>
    <message>
        <source>Tell the answer (Page Down)</source>
        <translation>给出答案 (Page Down)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The next step (Page Down)</source>
        <translation>下一步 (Page Down)</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Leave the lesson for a while and try things out</source>
        <translation>暂时离开这一课，自己试试</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Set the step up again and go on</source>
        <translation>恢复这一步的设置，接着上课</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the lesson; what is set stays</source>
        <translation>结束这一课；已有的设置保留</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Caption and question</source>
        <translation>说明与问题</translation>
    </message>
</context>
<context>
    <name>LessonPlayer</name>
    <message>
        <source>There is no panel “{name}”.</source>
        <translation>没有面板“{name}”。</translation>
    </message>
    <message>
        <source>There is no button “{name}”.</source>
        <translation>没有按钮“{name}”。</translation>
    </message>
    <message>
        <source>The button “{name}” cannot be pressed now.</source>
        <translation>按钮“{name}”现在不能按。</translation>
    </message>
    <message>
        <source>There is no control “{name}”.</source>
        <translation>没有控件“{name}”。</translation>
    </message>
</context>
<context>
    <name>LossBars</name>
    <message>
        <source>Loss of every case</source>
        <translation>每个样本的损失</translation>
    </message>
</context>
<context>
    <name>LossSplit</name>
    <message>
        <source>Parts of the loss</source>
        <translation>损失的构成</translation>
    </message>
    <message>
        <source>L = {loss:.4f}: {entropy}, {divergence}, floor {floor:.4f}</source>
        <translation>L = {loss:.4f}：{entropy}，{divergence}，下限 {floor:.4f}</translation>
    </message>
    <message>
        <source>H(y) = {value:.4f}</source>
        <translation>H(y) = {value:.4f}</translation>
    </message>
    <message>
        <source>KL = {value:.4f}</source>
        <translation>KL = {value:.4f}</translation>
    </message>
    <message>
        <source>floor {floor:.4f}</source>
        <translation>下限 {floor:.4f}</translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message>
        <source>BCE: −ln p of the class</source>
        <translation>BCE：真实类别的 −ln p</translation>
    </message>
    <message>
        <source>MSE: (p − y)²</source>
        <translation>MSE：(p − y)²</translation>
    </message>
    <message>
        <source>pull on z</source>
        <translation>对 z 的拉力</translation>
    </message>
    <message>
        <source>pull</source>
        <translation>拉力</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean {mean}</source>
        <translation>平均 {mean}</translation>
    </message>
    <message>
        <source>floor {floor}</source>
        <translation>下限 {floor}</translation>
    </message>
    <message>
        <source>one bar a case, by {quantity}</source>
        <translation>每根柱是一个样本，按{quantity}排列</translation>
    </message>
    <message>
        <source>one bar: mean of {count} cases, by {quantity}</source>
        <translation>每根柱是 {count} 个样本的平均，按{quantity}排列</translation>
    </message>
    <message>
        <source>one bar: mean of up to {count} cases, by {quantity}</source>
        <translation>每根柱是至多 {count} 个样本的平均，按{quantity}排列</translation>
    </message>
    <message>
        <source>{size}, {class_name}</source>
        <translation>{size}，{class_name}</translation>
    </message>
    <message>
        <source>BCE {loss}, pull {pull}</source>
        <translation>BCE {loss}，拉力 {pull}</translation>
    </message>
    <message>
        <source>MSE {loss}, pull {pull}</source>
        <translation>MSE {loss}，拉力 {pull}</translation>
    </message>
    <message>
        <source>There are no cases yet.</source>
        <translation>还没有样本。</translation>
    </message>
    <message>
        <source>Most expensive: {note}.</source>
        <translation>代价最大：{note}。</translation>
    </message>
    <message>
        <source>Selected: {note}.</source>
        <translation>已选：{note}。</translation>
    </message>
    <message>
        <source>{count} cases. Mean cross-entropy {bce}, mean squared error {mse}.</source>
        <translation>{count} 个样本。平均交叉熵 {bce}，均方误差 {mse}。</translation>
    </message>
</context>
<context>
    <name>LossesBoxesPanel</name>
    <message>
        <source>The boxes and the drawn balls</source>
        <translation>盒子与抽出的球</translation>
    </message>
    <message>
        <source>Prior, likelihood and posterior of each box</source>
        <translation>每个盒子的先验、似然和后验</translation>
    </message>
    <message>
        <source>What the balls say</source>
        <translation>这些球说明什么</translation>
    </message>
    <message>
        <source>prior</source>
        <translation>先验</translation>
    </message>
    <message>
        <source>× likelihood</source>
        <translation>× 似然</translation>
    </message>
    <message>
        <source>→ posterior</source>
        <translation>→ 后验</translation>
    </message>
    <message>
        <source>The prior leaves only box {number}, so no ball can ever change the posterior: 0 times any likelihood stays 0. Choose a prior between 0 and 1 to let the balls speak.</source>
        <translation>先验只给盒子 {number} 留了可能，所以任何球都改变不了后验：0 乘以任何似然仍是 0。请选择 0 与 1 之间的先验，让球说话。</translation>
    </message>
    <message>
        <source>The seed has picked a box by the prior. Before a ball is drawn all that is known is the prior.</source>
        <translation>种子已按先验选好一个盒子。抽球之前，我们知道的只有先验。</translation>
    </message>
    <message>
        <source>Box {number} cannot give these balls: it holds none of a colour that was drawn.</source>
        <translation>盒子 {number} 不可能抽出这些球：里面没有其中一种颜色的球。</translation>
    </message>
    <message>
        <source>These balls are as likely from either box: the posterior is the prior.</source>
        <translation>从两个盒子抽出这些球的可能性相同：后验就是先验。</translation>
    </message>
    <message>
        <source>These balls are {times} times as likely from box {number}.</source>
        <translation>从盒子 {number} 抽出这些球的可能性，是从另一个盒子抽出的 {times} 倍。</translation>
    </message>
    <message>
        <source>Posterior ∝ prior × likelihood.</source>
        <translation>后验 ∝ 先验 × 似然。</translation>
    </message>
    <message>
        <source>As float64 both likelihoods are 0 and tell nothing: here they are kept as logarithms.</source>
        <translation>用 float64 表示时，两个似然都变成 0，无法比较：这里保留它们的对数。</translation>
    </message>
    <message>
        <source>As float64 the likelihood of box {number} is 0: here it is kept as its logarithm.</source>
        <translation>用 float64 表示时，盒子 {number} 的似然变成 0：这里保留它的对数。</translation>
    </message>
    <message>
        <source>These balls cannot come from the only box that the prior allows, so there is no posterior. Choose a prior between 0 and 1.</source>
        <translation>先验只允许一个盒子，而它不可能抽出这些球，所以没有后验。请选择 0 与 1 之间的先验。</translation>
    </message>
    <message>
        <source>Neither box can give these balls: each lacks a colour that was drawn, so there is no posterior. Put a ball of that colour into a box, or put the drawn balls back.</source>
        <translation>两个盒子都不可能抽出这些球：各缺一种已抽到的颜色，所以没有后验。请往盒子里放一个那种颜色的球，或把抽出的球放回去。</translation>
    </message>
    <message>
        <source>+ white</source>
        <translation>+ 白球</translation>
    </message>
    <message>
        <source>Let a white ball come next</source>
        <translation>让下一个球是白球</translation>
    </message>
    <message>
        <source>+ blue</source>
        <translation>+ 蓝球</translation>
    </message>
    <message>
        <source>Let a blue ball come next</source>
        <translation>让下一个球是蓝球</translation>
    </message>
    <message>
        <source>Put the last ball back</source>
        <translation>放回最后一个球</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>撤回上一个</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Put all balls back</source>
        <translation>放回所有的球</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽球</translation>
    </message>
    <message>
        <source>Draw this many balls, each put back before the next: {count}</source>
        <translation>抽这么多个球，每次都放回：{count}</translation>
    </message>
    <message>
        <source>Where the balls come from; another choice puts them back</source>
        <translation>从哪里抽球；改变来源会把球全部放回</translation>
    </message>
    <message>
        <source>Box to draw from</source>
        <translation>从哪个盒子抽</translation>
    </message>
    <message>
        <source>a hidden box</source>
        <translation>隐藏的盒子</translation>
    </message>
    <message>
        <source>box 1</source>
        <translation>盒子 1</translation>
    </message>
    <message>
        <source>box 2</source>
        <translation>盒子 2</translation>
    </message>
    <message>
        <source>Picks the hidden box and all balls: the same seed gives the same ones</source>
        <translation>决定隐藏的盒子和所有的球：种子相同，结果就相同</translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation>抽球的种子</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Put all balls back and take the next seed</source>
        <translation>放回所有的球，换下一个种子</translation>
    </message>
    <message>
        <source>Reveal the box</source>
        <translation>揭晓盒子</translation>
    </message>
    <message>
        <source>Show which box the balls come from</source>
        <translation>显示球来自哪个盒子</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Box 1</source>
        <translation>盒子 1</translation>
    </message>
    <message>
        <source>Box 2</source>
        <translation>盒子 2</translation>
    </message>
    <message>
        <source>How probable box 1 is before a ball is drawn; box 2 has the rest</source>
        <translation>抽球之前盒子 1 的概率；盒子 2 得到其余的概率</translation>
    </message>
    <message>
        <source>Prior of box 1</source>
        <translation>盒子 1 的先验</translation>
    </message>
    <message>
        <source>Prior 1</source>
        <translation>先验 1</translation>
    </message>
</context>
<context>
    <name>LossesByHandPanel</name>
    <message>
        <source>For {saturated} of {samples} samples p rounds to exactly 1: ln(1 − p) is −∞, and 0 · ∞ is no number. BCELoss goes on with −100 in place of −∞, which is another loss. The logits still know.</source>
        <translation>{samples} 个样本中有 {saturated} 个的 p 舍入后恰好为 1：ln(1 − p) 是 −∞，而 0 · ∞ 没有定义。BCELoss 用 −100 代替 −∞ 继续计算，但那已是另一个损失。logits 中仍保留着真实的值。</translation>
    </message>
    <message>
        <source>Where p is near 1, 1 − p has few digits left in float32. From the logits none are lost.</source>
        <translation>p 接近 1 时，1 − p 在 float32 中只剩几位有效数字。由 logits 计算则一位也不丢。</translation>
    </message>
    <message>
        <source>Some e^z is beyond float32&apos;s largest number, or some p below its smallest. LogSoftmax subtracts the largest logit first, and never leaves the range.</source>
        <translation>有的 e^z 超过 float32 能表示的最大数，或有的 p 低于最小数。LogSoftmax 先减去最大的 logit，因此不会越界。</translation>
    </message>
    <message>
        <source>float32 loses digits on the way through p. From the logits none are lost.</source>
        <translation>经过 p 计算时，float32 丢失了有效数字。由 logits 计算则一位也不丢。</translation>
    </message>
    <message>
        <source>Three times the same number, to the last bit.</source>
        <translation>三种算法结果完全相同。</translation>
    </message>
    <message>
        <source>Three times the same number: they differ by {difference:.1g}, which is float32&apos;s rounding.</source>
        <translation>三种算法结果相同：相差不超过 {difference:.1g}，是 float32 的舍入误差。</translation>
    </message>
    <message>
        <source>A number that was not taken</source>
        <translation>无效的输入</translation>
    </message>
    <message>
        <source>Two classes</source>
        <translation>两个类别</translation>
    </message>
    <message>
        <source>Several classes</source>
        <translation>多个类别</translation>
    </message>
    <message>
        <source>Labels as numbers and as one-hot rows</source>
        <translation>编号标签与独热标签</translation>
    </message>
    <message>
        <source>The race of two sums</source>
        <translation>两种求和的赛跑</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>显示代码</translation>
    </message>
    <message>
        <source>Two classes: samples</source>
        <translation>两个类别：样本数</translation>
    </message>
    <message>
        <source>Samples of two classes</source>
        <translation>两个类别的样本数</translation>
    </message>
    <message>
        <source>Several classes: classes</source>
        <translation>多个类别：类别数</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Samples of several classes</source>
        <translation>多个类别的样本数</translation>
    </message>
    <message>
        <source>Random samples x and weights w make the logits z = x · w, random labels y are what is true. Each loss is worked out three times in float32. More features make larger logits: try 64.</source>
        <translation>随机样本 x 和权重 w 给出 logits z = x · w，随机标签 y 就是真实标签。每种损失用 float32 按三种算法计算。特征越多，logits 越大：试试 64。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the course&apos;s numbers</source>
        <translation>恢复为本课程的数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the random samples</source>
        <translation>随机样本的种子</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征数</translation>
    </message>
    <message>
        <source>Features of each sample</source>
        <translation>每个样本的特征数</translation>
    </message>
    <message>
        <source>Each adds about a quarter to a logit: try 64</source>
        <translation>每个特征给 logit 增加约四分之一：试试 64</translation>
    </message>
    <message>
        <source>“{text}” was not taken: this is a whole number from {lowest} to {highest}. The last good one stands again.</source>
        <translation>“{text}”无效：这里应为 {lowest} 到 {highest} 的整数。已恢复为上一个有效的数。</translation>
    </message>
</context>
<context>
    <name>LossesCardPanel</name>
    <message>
        <source>The formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>The loss at the marker</source>
        <translation>标记处的损失</translation>
    </message>
    <message>
        <source>Its slope at the marker</source>
        <translation>标记处的斜率</translation>
    </message>
    <message>
        <source>What there is to know of this loss</source>
        <translation>关于这种损失的要点</translation>
    </message>
    <message>
        <source>When to use it</source>
        <translation>何时使用</translation>
    </message>
    <message>
        <source>What its slope is good for</source>
        <translation>它的斜率有什么用</translation>
    </message>
    <message>
        <source>What the libraries call it</source>
        <translation>各个库中的名称</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>At the marker, {axis} = {place:.4g}:</source>
        <translation>在标记处，{axis} = {place:.4g}：</translation>
    </message>
    <message>
        <source>The loss of this card</source>
        <translation>这张卡片的损失</translation>
    </message>
    <message>
        <source>Where the marker stands</source>
        <translation>标记的位置</translation>
    </message>
    <message>
        <source>The card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Loss function</source>
        <translation>损失函数</translation>
    </message>
</context>
<context>
    <name>LossesCataloguePanel</name>
    <message>
        <source>The losses</source>
        <translation>各种损失</translation>
    </message>
    <message>
        <source>Their slopes</source>
        <translation>它们的斜率</translation>
    </message>
    <message>
        <source>Losses to compare</source>
        <translation>要比较的损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Loss function</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>{name}: it is drawn over the margin only</source>
        <translation>{name}：只能画在间隔轴上</translation>
    </message>
    <message>
        <source>What the losses are drawn over</source>
        <translation>横轴所用的量</translation>
    </message>
    <message>
        <source>Slopes</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Show the slopes</source>
        <translation>显示斜率</translation>
    </message>
    <message>
        <source>pos_weight w</source>
        <translation>pos_weight w</translation>
    </message>
    <message>
        <source>What a positive sample counts for in the weighted sigmoid cross-entropy</source>
        <translation>加权 Sigmoid 交叉熵中，一个正样本算作几个</translation>
    </message>
    <message>
        <source>Huber’s δ</source>
        <translation>Huber 的 δ</translation>
    </message>
    <message>
        <source>From where on Huber’s loss is straight</source>
        <translation>Huber 损失从哪里起变成直线</translation>
    </message>
    <message>
        <source>A number that was not taken</source>
        <translation>无效的输入</translation>
    </message>
    <message>
        <source>Tick losses to compare them, click one to read about it. Drag the marker in a plot.</source>
        <translation>勾选损失即可比较，点击可阅读介绍。可在图中拖动标记。</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>横轴</translation>
    </message>
</context>
<context>
    <name>LossesChanceCodePanel</name>
    <message>
        <source>The posterior of box 2</source>
        <translation>盒子 2 的后验</translation>
    </message>
    <message>
        <source>−ln likelihood of the balls</source>
        <translation>这些球的似然取 −ln</translation>
    </message>
    <message>
        <source>The labels as draws: the fit&apos;s cross-entropy</source>
        <translation>把标签当作抽球：拟合页的交叉熵</translation>
    </message>
    <message>
        <source>The cross-entropy of p and q</source>
        <translation>p 与 q 的交叉熵</translation>
    </message>
</context>
<context>
    <name>LossesEntropyPanel</name>
    <message>
        <source>H(p) and KL(p‖q) make H(p, q)</source>
        <translation>H(p) 与 KL(p‖q) 之和是 H(p, q)</translation>
    </message>
    <message>
        <source>What the distributions say</source>
        <translation>这两个分布说明什么</translation>
    </message>
    <message>
        <source>p: what happens (dotted: q)</source>
        <translation>真实分布 p（点线：q）</translation>
    </message>
    <message>
        <source>q: what is expected (dotted: p)</source>
        <translation>预测分布 q（点线：p）</translation>
    </message>
    <message>
        <source>{outcome} happens although q gives it 0: −ln 0 is infinite, so H(p, q) and KL(p‖q) are infinite. No other outcome can make up for it. Give {outcome} a little of q.</source>
        <translation>{outcome} 会发生，而 q 给它的概率是 0：−ln 0 为无穷大，所以 H(p, q) 和 KL(p‖q) 都是无穷大，其他结果无法弥补。请在 q 中分给 {outcome} 一点概率。</translation>
    </message>
    <message>
        <source>q is p: expecting what happens costs nothing beyond H(p), and KL is 0 both ways.</source>
        <translation>q 就是 p：预测与真实一致，除 H(p) 外没有额外代价，两个方向的 KL 都是 0。</translation>
    </message>
    <message>
        <source>p is one-hot: H(p) is 0, and the cross-entropy is −ln q of the one outcome that happens.</source>
        <translation>p 是独热的：H(p) 为 0，交叉熵就是唯一会发生的那个结果的 −ln q。</translation>
    </message>
    <message>
        <source>Expecting q where p happens costs {cross} {unit}: H(p) = {entropy} whatever is expected, and KL = {extra} on top.</source>
        <translation>真实分布为 p 而预测为 q，代价是 {cross} {unit}：无论 q 如何，H(p) = {entropy} 都不可避免，此外还要加上 KL = {extra}。</translation>
    </message>
    <message>
        <source>Pair of distributions</source>
        <translation>一对分布</translation>
    </message>
    <message>
        <source>Far apart</source>
        <translation>相差很远</translation>
    </message>
    <message>
        <source>q equals p</source>
        <translation>q 等于 p</translation>
    </message>
    <message>
        <source>p one-hot</source>
        <translation>p 为独热</translation>
    </message>
    <message>
        <source>q uniform</source>
        <translation>q 均匀</translation>
    </message>
    <message>
        <source>q rules one out</source>
        <translation>q 排除一个结果</translation>
    </message>
    <message>
        <source>Preset…</source>
        <translation>预设…</translation>
    </message>
    <message>
        <source>p ⇄ q</source>
        <translation>p ⇄ q</translation>
    </message>
    <message>
        <source>Let p and q change places</source>
        <translation>交换 p 和 q</translation>
    </message>
    <message>
        <source>How many outcomes there are</source>
        <translation>一共有几种结果</translation>
    </message>
    <message>
        <source>Unit of the entropies</source>
        <translation>熵的单位</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>结果数</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Entropy of p: how surprising p is to somebody who expects p</source>
        <translation>p 的熵：以 p 为预测时，p 有多出人意料</translation>
    </message>
    <message>
        <source>Entropy of q</source>
        <translation>q 的熵</translation>
    </message>
    <message>
        <source>Cross-entropy: how surprising p is to somebody who expects q</source>
        <translation>交叉熵：以 q 为预测时，p 有多出人意料</translation>
    </message>
    <message>
        <source>Divergence: what expecting q costs on top of the entropy of p</source>
        <translation>散度：以 q 为预测时，在 p 的熵之外多付的代价</translation>
    </message>
    <message>
        <source>The divergence the other way round: another number</source>
        <translation>反方向的散度：数值不同</translation>
    </message>
    <message>
        <source>Distribution {side}: choose a bar with Left and Right, change it with Up and Down</source>
        <translation>分布 {side}：用左右键选择柱，用上下键改变它</translation>
    </message>
</context>
<context>
    <name>LossesLabelsPanel</name>
    <message>
        <source>Class number in or one-hot row in: the same losses out, to the last bit.</source>
        <translation>无论输入类别编号还是独热行，得到的损失完全相同。</translation>
    </message>
    <message>
        <source>Class number in or one-hot row in: the losses differ by {largest:.1g}.</source>
        <translation>输入类别编号或独热行：损失之差不超过 {largest:.1g}。</translation>
    </message>
    <message>
        <source>PyTorch takes them: {answer}</source>
        <translation>PyTorch 接受：{answer}</translation>
    </message>
    <message>
        <source>PyTorch takes them, and the losses are wrong: {answer}</source>
        <translation>PyTorch 接受了，但损失是错的：{answer}</translation>
    </message>
    <message>
        <source>PyTorch refuses them. {answer}</source>
        <translation>PyTorch 拒绝。{answer}</translation>
    </message>
    <message>
        <source>A class that was not taken</source>
        <translation>无效的类别</translation>
    </message>
    <message>
        <source>Class number against one-hot row</source>
        <translation>类别编号与独热行</translation>
    </message>
    <message>
        <source>Logits {logits}: class</source>
        <translation>Logits {logits}：类别</translation>
    </message>
    <message>
        <source>Class of sample {number}</source>
        <translation>第 {number} 个样本的类别</translation>
    </message>
    <message>
        <source>Counted from 0</source>
        <translation>从 0 数起</translation>
    </message>
    <message>
        <source>Forms of labels, and what PyTorch says</source>
        <translation>标签的各种写法，以及 PyTorch 的结果</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What PyTorch says</source>
        <translation>PyTorch 的结果</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Write instead:</source>
        <translation>应改写为：</translation>
    </message>
    <message>
        <source>What to write instead</source>
        <translation>应改写成什么</translation>
    </message>
    <message>
        <source>The chosen labels explained</source>
        <translation>所选写法的说明</translation>
    </message>
    <message>
        <source>“{text}” was not taken: there are the classes 0 to {last}. The last good number stands again.</source>
        <translation>“{text}”无效：类别编号为 0 到 {last}。已恢复为上一个有效的编号。</translation>
    </message>
</context>
<context>
    <name>LossesLikelihoodPanel</name>
    <message>
        <source>Likelihood</source>
        <translation>似然</translation>
    </message>
    <message>
        <source>Product after each draw</source>
        <translation>每次抽球后的乘积</translation>
    </message>
    <message>
        <source>Sum of −ln P after each draw</source>
        <translation>每次抽球后 −ln P 的和</translation>
    </message>
    <message>
        <source>Every draw with product and sum so far</source>
        <translation>每次抽球，以及到此为止的乘积与和</translation>
    </message>
    <message>
        <source>What the likelihood says</source>
        <translation>似然说明什么</translation>
    </message>
    <message>
        <source>L(p) ÷ max L</source>
        <translation>L(p) ÷ 最大 L</translation>
    </message>
    <message>
        <source>sum of −ln P</source>
        <translation>−ln P 的和</translation>
    </message>
    <message>
        <source>p = P(blue)</source>
        <translation>p = P(蓝)</translation>
    </message>
    <message>
        <source>likelihood L</source>
        <translation>似然 L</translation>
    </message>
    <message>
        <source>−ln L</source>
        <translation>−ln L</translation>
    </message>
    <message>
        <source>k/n = {share}</source>
        <translation>k/n = {share}</translation>
    </message>
    <message>
        <source>P(y)</source>
        <translation>P(y)</translation>
    </message>
    <message>
        <source>−ln P(y)</source>
        <translation>−ln P(y)</translation>
    </message>
    <message>
        <source>product of P</source>
        <translation>P 的乘积</translation>
    </message>
    <message>
        <source>draws</source>
        <translation>抽球</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>No ball has been drawn yet: a product of nothing is 1, its −ln is 0. Draw some first.</source>
        <translation>还没有抽球：没有因子的乘积是 1，其 −ln 是 0。请先抽几个。</translation>
    </message>
    <message>
        <source>p = {share:g} rules out a ball that was drawn: the likelihood is 0, and −ln 0 is infinite.</source>
        <translation>p = {share:g} 排除了已抽到的球：似然为 0，−ln 0 为无穷大。</translation>
    </message>
    <message>
        <source>float64 gives 0 for the product from draw {draw} on; the sum of logarithms goes on as if nothing had happened. That is why losses are sums of −ln P.</source>
        <translation>从第 {draw} 次抽球起，float64 算出的乘积是 0；对数之和却一切照常。正因如此，损失写成 −ln P 之和。</translation>
    </message>
    <message>
        <source>The largest product and the smallest sum stand at the same p: the share k/n that was drawn.</source>
        <translation>最大的乘积与最小的和在同一个 p 处：抽到的比例 k/n。</translation>
    </message>
    <message>
        <source>Each label is a draw, its probability is the sigmoid&apos;s. −ln of the likelihood ÷ n is the cross-entropy of the Fit page: the same number.</source>
        <translation>每个标签是一次抽取，其概率由 sigmoid 给出。似然取 −ln 再除以 n 就是拟合页的交叉熵：同一个数。</translation>
    </message>
    <message>
        <source>What counts as draws</source>
        <translation>把什么当作抽取</translation>
    </message>
    <message>
        <source>the balls</source>
        <translation>球</translation>
    </message>
    <message>
        <source>the labels of the Fit page</source>
        <translation>拟合页的标签</translation>
    </message>
    <message>
        <source>How probable a blue ball is said to be; drag it in the plot</source>
        <translation>假定的蓝球概率；可在图中拖动</translation>
    </message>
    <message>
        <source>Share of blue p</source>
        <translation>蓝球的比例 p</translation>
    </message>
    <message>
        <source>p = k/n</source>
        <translation>p = k/n</translation>
    </message>
    <message>
        <source>Take the likeliest share</source>
        <translation>取最可能的比例</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>Product or sum</source>
        <translation>乘积或和</translation>
    </message>
    <message>
        <source>What stands on the right</source>
        <translation>右边显示什么</translation>
    </message>
    <message>
        <source>draw by draw</source>
        <translation>逐次抽取</translation>
    </message>
    <message>
        <source>as a table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>one draw</source>
        <translation>一次抽取</translation>
    </message>
    <message>
        <source>Show the</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>and on the right</source>
        <translation>右边显示</translation>
    </message>
</context>
<context>
    <name>LossesMarkerCodePanel</name>
    <message>
        <source>The loss at the marker</source>
        <translation>标记处的损失</translation>
    </message>
    <message>
        <source>Its slope at the marker</source>
        <translation>标记处的斜率</translation>
    </message>
</context>
<context>
    <name>LossesPage</name>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>About the loss</source>
        <translation>关于这种损失</translation>
    </message>
    <message>
        <source>Code of the marker</source>
        <translation>标记处的代码</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Boxes of balls</source>
        <translation>装球的盒子</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>似然</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Code of boxes and entropy</source>
        <translation>盒子与熵的代码</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工计算</translation>
    </message>
    <message>
        <source>Labels and tensors</source>
        <translation>标签与张量</translation>
    </message>
    <message>
        <source>Race of two sums</source>
        <translation>两种求和的赛跑</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>介绍</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Boxes and likelihood</source>
        <translation>盒子与似然</translation>
    </message>
</context>
<context>
    <name>LossesRacePanel</name>
    <message>
        <source>Time that each sum takes</source>
        <translation>两种求和各用的时间</translation>
    </message>
    <message>
        <source>Python, a tensor</source>
        <translation>Python，张量</translation>
    </message>
    <message>
        <source>Python, a list</source>
        <translation>Python，列表</translation>
    </message>
    <message>
        <source>torch.sum</source>
        <translation>torch.sum</translation>
    </message>
    <message>
        <source>{count} samples: Python took {ratio} times as long as torch.sum, on this machine, now.</source>
        <translation>{count} 个样本：此刻在这台机器上，Python 所用的时间是 torch.sum 的 {ratio} 倍。</translation>
    </message>
    <message>
        <source>Press Start: both add the losses of the same samples, as many as this machine can in the time.</source>
        <translation>请按“开始”：两者都把同样的样本损失相加，在限定时间内这台机器能加多少就加多少。</translation>
    </message>
    <message>
        <source>torch.sum has finished. Python is adding one number after another …</source>
        <translation>torch.sum 已完成。Python 正在一个接一个地相加……</translation>
    </message>
    <message>
        <source>Cancelled: Python was at {done} of the samples.</source>
        <translation>已取消：Python 加到样本的 {done}。</translation>
    </message>
    <message>
        <source>Sums: Python {python:.2f}, torch {torch:.2f}, in float64 {exact:.2f}. They differ by {difference:.1g} of the sum, which is rounding.</source>
        <translation>和：Python {python:.2f}，torch {torch:.2f}，float64 为 {exact:.2f}。相对误差 {difference:.1g}，来自舍入。</translation>
    </message>
    <message>
        <source>Each step of Python&apos;s makes a tensor of a single number and looks up how two of them are added; torch.sum does that once. It also adds in pairs, which rounds less often.</source>
        <translation>Python 每加一次，都要新建一个只含一个数的张量，并查找张量加法该如何进行；torch.sum 只做一次。它还两两相加，舍入次数更少。</translation>
    </message>
    <message>
        <source>A list of floats is quicker to add than a tensor, but takes several times the memory, and knows no gradients.</source>
        <translation>浮点数列表加起来比张量快，但占用几倍的内存，而且没有梯度。</translation>
    </message>
    <message>
        <source>What Python adds</source>
        <translation>Python 加什么</translation>
    </message>
    <message>
        <source>the elements of a tensor</source>
        <translation>张量的元素</translation>
    </message>
    <message>
        <source>a list of floats</source>
        <translation>浮点数列表</translation>
    </message>
    <message>
        <source>How long Python may take</source>
        <translation>Python 可以用多久</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>约 {seconds} 秒</translation>
    </message>
    <message>
        <source>all 3 000 000</source>
        <translation>全部 3 000 000 个</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start the race</source>
        <translation>开始赛跑</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the race</source>
        <translation>取消赛跑</translation>
    </message>
    <message>
        <source>Samples that Python has added</source>
        <translation>Python 已加的样本</translation>
    </message>
    <message>
        <source>Who won</source>
        <translation>谁赢了</translation>
    </message>
    <message>
        <source>What the sums came to</source>
        <translation>求和结果</translation>
    </message>
    <message>
        <source>Python adds</source>
        <translation>Python 相加</translation>
    </message>
    <message>
        <source>for</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>LossesSamplesPanel</name>
    <message>
        <source>Samples and their losses</source>
        <translation>样本及其损失</translation>
    </message>
    <message>
        <source>All samples together</source>
        <translation>全部样本合在一起</translation>
    </message>
    <message>
        <source>loss (line: mean)</source>
        <translation>损失（竖线：平均值）</translation>
    </message>
    <message>
        <source>loss (line: root of the mean square)</source>
        <translation>损失（竖线：均方根）</translation>
    </message>
    <message>
        <source>{name} is a mean, as its name says.</source>
        <translation>{name} 是平均值，顾名思义。</translation>
    </message>
    <message>
        <source>{name} is a sum, as its name says.</source>
        <translation>{name} 是总和，顾名思义。</translation>
    </message>
    <message>
        <source>{name} is the root of the mean of the squares, as its name says.</source>
        <translation>{name} 是平方的平均值再开方，顾名思义。</translation>
    </message>
    <message>
        <source>The mean of squared errors is the MSE.</source>
        <translation>平方误差的平均值就是 MSE。</translation>
    </message>
    <message>
        <source>A number for each sample, nothing put together: the loss.</source>
        <translation>每个样本一个数，不作合并：这就是损失。</translation>
    </message>
    <message>
        <source>The mean does not grow with the number of samples: the cost that is usually trained.</source>
        <translation>平均值不随样本数增长：训练通常用的就是这个代价函数。</translation>
    </message>
    <message>
        <source>The sum grows with every sample: twice the batch, twice the step.</source>
        <translation>每个样本都使总和增大：批次加倍，步长加倍。</translation>
    </message>
    <message>
        <source>The sum of squared errors is the SSE: n times the MSE.</source>
        <translation>平方误差的总和就是 SSE：n 倍的 MSE。</translation>
    </message>
    <message>
        <source>The loss of the samples</source>
        <translation>样本的损失</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>mean</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>sum</translation>
    </message>
    <message>
        <source>Reduction: {name}</source>
        <translation>归约：{name}</translation>
    </message>
    <message>
        <source>What the result is</source>
        <translation>结果的含义</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>无效的输入</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a sample</source>
        <translation>添加一个样本</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the chosen sample</source>
        <translation>删除所选样本</translation>
    </message>
    <message>
        <source>The six samples of the course: scores 2, 0.5, 6, 0.1, 0, 3</source>
        <translation>本课程的六个样本：得分 2、0.5、6、0.1、0、3</translation>
    </message>
    <message>
        <source>Course samples</source>
        <translation>本课程的样本</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>显示代码</translation>
    </message>
    <message>
        <source>From the library</source>
        <translation>库函数</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工计算</translation>
    </message>
    <message>
        <source>score z</source>
        <translation>得分 z</translation>
    </message>
    <message>
        <source>label y</source>
        <translation>标签 y</translation>
    </message>
    <message>
        <source>p = σ(z)</source>
        <translation>p = σ(z)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss function</source>
        <translation>损失函数</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>lossviz: loss functions to see and to drag</source>
        <translation>lossviz：看得见、拖得动的损失函数</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Arrow keys move the marker.</source>
        <translation>方向键可移动标记。</translation>
    </message>
    <message>
        <source>contour {loss}</source>
        <translation>等高线 {loss}</translation>
    </message>
</context>
<context>
    <name>MatrixWords</name>
    <message>
        <source>true digit</source>
        <translation>真实数字</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未评估</translation>
    </message>
    <message>
        <source>0 – {top} of its row</source>
        <translation>0 – 本行的 {top}</translation>
    </message>
    <message>
        <source>{true} read right: {count} of {images} ({share})</source>
        <translation>{true} 识别正确：{images} 张中 {count} 张（{share}）</translation>
    </message>
    <message>
        <source>{true} read as {predicted}: {count} of {images} ({share})</source>
        <translation>{true} 识别为 {predicted}：{images} 张中 {count} 张（{share}）</translation>
    </message>
    <message>
        <source>{right} of {images} images were read right. Arrow keys go from cell to cell.</source>
        <translation>{images} 张图像中识别正确 {right} 张。方向键在格子间移动。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>MessageBanner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
</context>
<context>
    <name>MessageIcon</name>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>MessagePanel</name>
    <message>
        <source>Start again with a tenth of it</source>
        <translation>用十分之一的学习率重新开始</translation>
    </message>
    <message>
        <source>Try the download again</source>
        <translation>重新尝试下载</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>MnistComparePanel</name>
    <message>
        <source>All: {settings}</source>
        <translation>全部：{settings}</translation>
    </message>
    <message>
        <source>What all variants have in common</source>
        <translation>所有变体的共同点</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比较的进度</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Your digit</source>
        <translation>你的数字</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Diverged at step {step}: its numbers left all bounds.</source>
        <translation>在第 {step} 步发散：数值已失控。</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>seed {seed} of {seeds} · epoch {epoch} of {epochs}</source>
        <translation>种子 {seed}/{seeds} · 轮次 {epoch}/{epochs}</translation>
    </message>
    <message>
        <source>A training run is in progress. Stop it, or wait for its end; then you can compare.</source>
        <translation>正在训练。请停止它，或等它结束，然后才能开始比较。</translation>
    </message>
    <message>
        <source>Which of these reads more digits right? All see the same batches. Guess first, then press Compare.</source>
        <translation>哪一个的准确率更高？它们看到的批次完全相同。先猜一猜，再按“比较”。</translation>
    </message>
    <message>
        <source>Which of these reads more digits right? All see the same batches, and begin with the same weights in every layer of the same shape. Guess first, then press Compare.</source>
        <translation>哪一个的准确率更高？它们看到的批次完全相同，形状相同的层初始权重也相同。先猜一猜，再按“比较”。</translation>
    </message>
    <message>
        <source>The last comparison</source>
        <translation>上一次比较</translation>
    </message>
</context>
<context>
    <name>MnistConfusionPanel</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Scores of each digit</source>
        <translation>每个数字的得分</translation>
    </message>
    <message>
        <source>Precision: of what was read as this digit, the share that is. Recall: of this digit, the share that was read as it. F1: their harmonic mean. 0/0: nothing to count. Mean: of the digits that have one.</source>
        <translation>精确率：识别为这个数字的图像中，确实是它的比例。召回率：这个数字的图像中，被识别出来的比例。F1：两者的调和平均。0/0：没有可统计的图像。平均：对有值的数字取平均。</translation>
    </message>
    <message>
        <source>Images of the cell</source>
        <translation>格中的图像</translation>
    </message>
    <message>
        <source>Matrix, scores and images</source>
        <translation>矩阵、得分与图像</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Choose a cell to see its images, the most expensive first.</source>
        <translation>选择一格可查看其中的图像，代价最大的在前。</translation>
    </message>
    <message>
        <source>No image is in this cell.</source>
        <translation>这一格没有图像。</translation>
    </message>
</context>
<context>
    <name>MnistInsidePanel</name>
    <message>
        <source>Whose inside</source>
        <translation>查看哪个网络的内部</translation>
    </message>
    <message>
        <source>What the pixels change</source>
        <translation>像素改变什么</translation>
    </message>
    <message>
        <source>Score of</source>
        <translation>得分，数字</translation>
    </message>
    <message>
        <source>−ln p of</source>
        <translation>−ln p，数字</translation>
    </message>
    <message>
        <source>Of which digit</source>
        <translation>哪个数字的</translation>
    </message>
    <message>
        <source>digit read</source>
        <translation>识别出的数字</translation>
    </message>
    <message>
        <source>Saliency of the digit on the canvas</source>
        <translation>画布上数字的显著图</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>About the first layer</source>
        <translation>关于第一层</translation>
    </message>
    <message>
        <source>First layer</source>
        <translation>第一层</translation>
    </message>
</context>
<context>
    <name>MnistLandscapePanel</name>
    <message>
        <source>These settings count from the next Compute on.</source>
        <translation>这些设置从下一次计算起生效。</translation>
    </message>
    <message>
        <source>Loss around the weights</source>
        <translation>权重周围的损失</translation>
    </message>
    <message>
        <source>The other loss around them</source>
        <translation>权重周围的另一种损失</translation>
    </message>
    <message>
        <source>What a landscape is</source>
        <translation>什么是损失地形</translation>
    </message>
    <message>
        <source>A network&apos;s loss depends on thousands of weights. Here all of them move together along two directions, a and b, away from what training has found, at (0, 0): two losses of the same weights, from one pass over the same images. Press Compute.</source>
        <translation>网络的损失取决于成千上万个权重。这里让全部权重沿 a、b 两个方向一起移动，离开训练找到的位置 (0, 0)：权重相同、图像相同，一次算出两种损失。请按“计算”。</translation>
    </message>
    <message>
        <source>What the landscape shows</source>
        <translation>损失地形的含义</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>该怎么做</translation>
    </message>
    <message>
        <source>How much is computed</source>
        <translation>已计算多少</translation>
    </message>
    <message>
        <source>Show the surfaces in space</source>
        <translation>以三维方式显示曲面</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message>
        <source>Each colour covers the same area, so that the floor of the valley shows; otherwise by value</source>
        <translation>每种颜色占同样的面积，使谷底清晰可见；否则按数值着色</translation>
    </message>
    <message>
        <source>Even colours</source>
        <translation>均匀着色</translation>
    </message>
</context>
<context>
    <name>MnistMistakesPanel</name>
    <message>
        <source>The digits that were read wrong appear here, the most expensive first.</source>
        <translation>识别错误的数字会出现在这里，代价最大的在前。</translation>
    </message>
    <message>
        <source>Most expensive by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>by −ln p</source>
        <translation>按 −ln p</translation>
    </message>
    <message>
        <source>by MSE</source>
        <translation>按 MSE</translation>
    </message>
    <message>
        <source>−ln p: of the probability that softmax gives the true digit; it has no upper bound. MSE: mean of (p − y)² over the ten classes; no mistake costs more than 0.2.</source>
        <translation>−ln p：softmax 给真实数字的概率取负对数；没有上限。MSE：十个类别上 (p − y)² 的平均；任何错误的代价都不超过 0.2。</translation>
    </message>
    <message>
        <source>How many mistakes</source>
        <translation>显示多少个错误</translation>
    </message>
    <message>
        <source>The most expensive mistakes</source>
        <translation>代价最大的错误</translation>
    </message>
    <message>
        <source>Not one digit was read wrong.</source>
        <translation>没有识别错误的数字。</translation>
    </message>
    <message>
        <source>{count} mistakes make up {share} of all squared error of the one output z.</source>
        <translation>{count} 个错误占单个输出 z 的全部平方误差的 {share}。</translation>
    </message>
    <message>
        <source>{count} mistakes make up {log_share} of all −ln p and {mse_share} of all MSE.</source>
        <translation>{count} 个错误占全部 −ln p 的 {log_share}，占全部 MSE 的 {mse_share}。</translation>
    </message>
</context>
<context>
    <name>MnistPage</name>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时间机器</translation>
    </message>
</context>
<context>
    <name>MnistRunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>About the runs that are selected</source>
        <translation>关于选中的训练</translation>
    </message>
    <message>
        <source>nothing: the same settings</source>
        <translation>没有不同：设置相同</translation>
    </message>
    <message>
        <source>Every run that you start or open stands here, to be compared with the others.</source>
        <translation>每次开始或打开的训练都列在这里，便于相互比较。</translation>
    </message>
    <message>
        <source>Select a run to read more about it, several to delete or export them together.</source>
        <translation>选中一次训练可查看详情，选中多次可一起删除或导出。</translation>
    </message>
    <message>
        <source>learning rate {rate} after step {step}</source>
        <translation>第 {step} 步之后学习率为 {rate}</translation>
    </message>
    <message>
        <source>in training, so it cannot be deleted</source>
        <translation>正在训练，不能删除</translation>
    </message>
    <message>
        <source>diverged at step {step}</source>
        <translation>在第 {step} 步发散</translation>
    </message>
    <message>
        <source>not evaluated yet</source>
        <translation>尚未评估</translation>
    </message>
    <message>
        <source>best validation accuracy {share}, after step {step} of {steps}</source>
        <translation>最高验证准确率 {share}，出现在第 {step} 步（共 {steps} 步）</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>保存训练</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>导出训练</translation>
    </message>
    <message>
        <source>{kind} files (*{suffix})</source>
        <translation>{kind} 文件 (*{suffix})</translation>
    </message>
    <message>
        <source>The folder in which every run gets one of its own</source>
        <translation>选择一个位置，每次训练在其中各建一个文件夹</translation>
    </message>
</context>
<context>
    <name>MnistTimelinePanel</name>
    <message>
        <source>Step of the run that is looked at</source>
        <translation>查看训练的哪一步</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys; Page Up and Page Down go from one evaluation to the next.</source>
        <translation>拖动，或用方向键；Page Up 和 Page Down 在各次评估之间跳转。</translation>
    </message>
    <message>
        <source>Play the run from its start, or hold</source>
        <translation>从头播放训练过程，或暂停</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Show the run as it is now again</source>
        <translation>重新显示训练当前的状态</translation>
    </message>
    <message>
        <source>Where the timeline stands</source>
        <translation>时间轴的位置</translation>
    </message>
    <message>
        <source>Memory of the time machine</source>
        <translation>时间机器占用的内存</translation>
    </message>
    <message>
        <source>Save runs with their way through training</source>
        <translation>把训练连同历史一起保存</translation>
    </message>
    <message>
        <source>A file with it can be looked back at on any computer, without training again.</source>
        <translation>带历史的文件可在任何电脑上回看，不必重新训练。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Start a run, then look back on it.</source>
        <translation>请先开始训练，然后再回看。</translation>
    </message>
    <message>
        <source>Now: {place}</source>
        <translation>现在：{place}</translation>
    </message>
    <message>
        <source>{place}; the run goes on</source>
        <translation>{place}；训练仍在进行</translation>
    </message>
    <message>
        <source>run {number}, step {step}</source>
        <translation>第 {number} 次训练，第 {step} 步</translation>
    </message>
    <message>
        <source>, epoch {epoch}</source>
        <translation>，轮次 {epoch}</translation>
    </message>
    <message>
        <source>{count} snapshots, {size}; all runs {used} of {budget}</source>
        <translation>{count} 个快照，{size}；所有训练共用 {used}（上限 {budget}）</translation>
    </message>
    <message>
        <source>Save with history</source>
        <translation>连同历史保存</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name of a class</source>
        <translation>类别的名称</translation>
    </message>
</context>
<context>
    <name>NamesField</name>
    <message>
        <source>Choose one that can be seen now</source>
        <translation>选择一个当前可见的控件</translation>
    </message>
</context>
<context>
    <name>NumberTable</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>There are no rows yet.</source>
        <translation>还没有行。</translation>
    </message>
</context>
<context>
    <name>OptionCard</name>
    <message>
        <source>{letter}: {text}. Hands: {hands}</source>
        <translation>{letter}：{text}。举手：{hands}</translation>
    </message>
    <message>
        <source>{letter}: {text}. Right. Hands: {hands}</source>
        <translation>{letter}：{text}。正确。举手：{hands}</translation>
    </message>
    <message>
        <source>{letter}: {text}. Not right. Hands: {hands}</source>
        <translation>{letter}：{text}。不正确。举手：{hands}</translation>
    </message>
</context>
<context>
    <name>OverfitCodePanel</name>
    <message>
        <source>The training error</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>The held-out error</source>
        <translation>留出误差</translation>
    </message>
</context>
<context>
    <name>OverfitDataPanel</name>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Other points of the same kind, with the next seed</source>
        <translation>用下一个种子抽取同类的另一批点</translation>
    </message>
    <message>
        <source>Resample</source>
        <translation>重新抽样</translation>
    </message>
    <message>
        <source>Draw the points of this seed again, as they were before they were changed by hand</source>
        <translation>重新抽取这个种子的点，恢复到手动修改之前</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Take back the last change, on whichever page</source>
        <translation>撤销上一次修改，无论在哪一页</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>重做这次修改</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training share</source>
        <translation>训练比例</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Why a number was not taken</source>
        <translation>输入为何无效</translation>
    </message>
    <message>
        <source>H1, H2 and H3: polynomials of degree 1, 4 and 12 for the same points</source>
        <translation>H1、H2 和 H3：对同样的点用 1 次、4 次和 12 次多项式</translation>
    </message>
    <message>
        <source>Number of points</source>
        <translation>点的个数</translation>
    </message>
    <message>
        <source>How much of the points the curve is fitted to; the others are held out to judge it</source>
        <translation>用多少点来拟合曲线；其余的点留出来评判它</translation>
    </message>
    <message>
        <source>How far the points scatter around the truth: the standard deviation of y</source>
        <translation>点在真实函数周围散布多远：y 的标准差</translation>
    </message>
    <message>
        <source>The same seed draws the same points and divides them the same way</source>
        <translation>种子相同，抽取的点和划分方式就相同</translation>
    </message>
    <message>
        <source>“{text}” was not taken as noise, so the last good number stands again. Type a number from {lowest:g} to {highest:g}, for example 0.3.</source>
        <translation>“{text}”不是有效的噪声，已恢复为上一个有效的数。请输入 {lowest:g} 到 {highest:g} 的数，例如 0.3。</translation>
    </message>
</context>
<context>
    <name>OverfitErrorsPanel</name>
    <message>
        <source>Training and held-out error against the degree</source>
        <translation>训练误差和留出误差随次数的变化</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>held-out error</source>
        <translation>留出误差</translation>
    </message>
    <message>
        <source>log₁₀ of the mean squared error</source>
        <translation>均方误差的 log₁₀</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>degree of the polynomial</source>
        <translation>多项式的次数</translation>
    </message>
    <message>
        <source>degree {degree}</source>
        <translation>{degree} 次</translation>
    </message>
    <message>
        <source>degree {degree}, least held-out error</source>
        <translation>{degree} 次，留出误差最小</translation>
    </message>
    <message>
        <source>least held-out error</source>
        <translation>最小留出误差</translation>
    </message>
    <message>
        <source>No point is held out, so no degree is best.</source>
        <translation>没有留出的点，所以没有哪个次数最好。</translation>
    </message>
    <message>
        <source>Least held-out error: {error} at degree {degree}</source>
        <translation>最小留出误差：{error}，在 {degree} 次</translation>
    </message>
    <message>
        <source>Equal steps up for equal factors: −1 is an error of 0.1, −2 of 0.01</source>
        <translation>倍数相同则高度差相同：−1 表示误差 0.1，−2 表示 0.01</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>The best degree for the held-out points</source>
        <translation>留出误差最小的次数</translation>
    </message>
    <message>
        <source>Take the degree of least held-out error</source>
        <translation>取留出误差最小的次数</translation>
    </message>
    <message>
        <source>Use this degree</source>
        <translation>用这个次数</translation>
    </message>
</context>
<context>
    <name>OverfitModelPanel</name>
    <message>
        <source>Why a ridge strength was not taken</source>
        <translation>岭回归强度为何无效</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Ridge λ</source>
        <translation>岭回归 λ</translation>
    </message>
    <message>
        <source>The highest power of x: a polynomial of degree 4 has 5 coefficients</source>
        <translation>x 的最高次幂：4 次多项式有 5 个系数</translation>
    </message>
    <message>
        <source>The fit minimises the mean squared error + λ times the sum of the squared coefficients. They are those of Chebyshev polynomials on the training points&apos; range; the constant is left out of the sum. 0: no ridge.</source>
        <translation>拟合使“均方误差 + λ × 系数平方和”最小。系数是训练点范围上切比雪夫多项式的系数，常数项不计入。0：不加岭回归。</translation>
    </message>
    <message>
        <source>Ridge strength</source>
        <translation>岭回归强度</translation>
    </message>
    <message>
        <source>Ridge strength, by powers of ten</source>
        <translation>岭回归强度（10 的幂）</translation>
    </message>
    <message>
        <source>“{text}” was not taken as ridge strength, so the last good number stands again. Type a number from 0 to {highest:g}, for example 0.03.</source>
        <translation>“{text}”不是有效的岭回归强度，已恢复为上一个有效的数。请输入 0 到 {highest:g} 的数，例如 0.03。</translation>
    </message>
</context>
<context>
    <name>OverfitPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>Points and polynomial</source>
        <translation>点与多项式</translation>
    </message>
    <message>
        <source>Error against degree</source>
        <translation>误差与次数</translation>
    </message>
    <message>
        <source>Smaller is better?</source>
        <translation>越小越好？</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>OverfitPlotPanel</name>
    <message>
        <source>Points and the fitted polynomial</source>
        <translation>点与拟合的多项式</translation>
    </message>
    <message>
        <source>degree {degree}</source>
        <translation>{degree} 次</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真实函数</translation>
    </message>
    <message>
        <source>held-out residuals</source>
        <translation>留出残差</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>held-out error</source>
        <translation>留出误差</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真实函数</translation>
    </message>
    <message>
        <source>The curve that the points scatter around</source>
        <translation>各点散布在这条曲线周围</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>What the curve misses each point by</source>
        <translation>曲线与每个点相差多少</translation>
    </message>
    <message>
        <source>One more held-out point, in the widest gap</source>
        <translation>在最宽的空隙里加一个留出点</translation>
    </message>
    <message>
        <source>+ Held out</source>
        <translation>+ 留出</translation>
    </message>
    <message>
        <source>training residuals</source>
        <translation>训练残差</translation>
    </message>
    <message>
        <source>Drag a point. Double-click adds a training point, with Shift a held-out one; Del removes it.</source>
        <translation>拖动一个点。双击添加训练点，按住 Shift 双击添加留出点；Del 删除。</translation>
    </message>
    <message>
        <source>All training points have the same x, so nothing tells one curve through their mean from another. Drag one aside.</source>
        <translation>所有训练点的 x 都相同，穿过其平均值的曲线有很多条，无法区分。请把一个点拖开。</translation>
    </message>
    <message>
        <source>{coefficients} coefficients for training points in {places} places: endlessly many curves pass through all of them, and the one of least norm is shown. Add points, lower the degree or raise λ.</source>
        <translation>{coefficients} 个系数，而训练点只在 {places} 个位置上：有无穷多条曲线穿过全部训练点，这里显示范数最小的一条。请添加点、降低次数或增大 λ。</translation>
    </message>
    <message>
        <source>As many coefficients as places of training points, {places}: the curve passes through all of them and takes their noise for truth. Add points, lower the degree or raise λ.</source>
        <translation>系数与训练点的位置一样多，都是 {places}：曲线穿过所有训练点，把噪声当成了规律。请添加点、降低次数或增大 λ。</translation>
    </message>
    <message>
        <source>No point is held out, so nothing tells how the curve does on points that it has not seen. Lower the training share.</source>
        <translation>没有留出的点，所以无从知道曲线在没见过的点上表现如何。请降低训练比例。</translation>
    </message>
    <message>
        <source>One more training point, in the widest gap</source>
        <translation>在最宽的空隙里加一个训练点</translation>
    </message>
    <message>
        <source>+ Training</source>
        <translation>+ 训练点</translation>
    </message>
    <message>
        <source>Make the chosen training point a held-out one, or the other way round</source>
        <translation>把所选训练点变为留出点，或反过来</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the chosen point</source>
        <translation>删除所选的点</translation>
    </message>
    <message>
        <source>Training error</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>Held-out error</source>
        <translation>留出误差</translation>
    </message>
    <message>
        <source>What to know about this fit</source>
        <translation>关于这次拟合</translation>
    </message>
    <message>
        <source>No point is chosen, so nothing was done. Click one in the plot first.</source>
        <translation>没有选中点，所以什么也没做。请先在图中点击一个点。</translation>
    </message>
</context>
<context>
    <name>OverfitQuestionPanel</name>
    <message>
        <source>Training error against the degree</source>
        <translation>训练误差随次数的变化</translation>
    </message>
    <message>
        <source>No point is held out, so nothing can be said about new points. Lower the training share above, and the question can be asked.</source>
        <translation>没有留出的点，所以无法判断新点的情况。请先在上方降低训练比例，再来提问。</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>held-out error</source>
        <translation>留出误差</translation>
    </message>
    <message>
        <source>degree {degree}</source>
        <translation>{degree} 次</translation>
    </message>
    <message>
        <source>degree of the polynomial</source>
        <translation>多项式的次数</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>From degree {lower} to {higher} the training error {train}. What does the error on the held-out points do, which the fit has never seen?</source>
        <translation>从 {lower} 次到 {higher} 次，训练误差{train}。留出的点是拟合从未见过的，它们的误差会怎样？</translation>
    </message>
    <message>
        <source>From degree {lower} to {higher} the training error {train}, the held-out error {held_out}.</source>
        <translation>从 {lower} 次到 {higher} 次，训练误差{train}，留出误差{held_out}。</translation>
    </message>
    <message>
        <source>So no: what the higher degree gains on its own points, it has learned from their noise.</source>
        <translation>所以并非越小越好：更高的次数在训练点上多得到的，是从噪声里学来的。</translation>
    </message>
    <message>
        <source>Here the smaller training error is the better one: the lower degree is too stiff.</source>
        <translation>在这里，训练误差更小的确实更好：较低的次数不够灵活。</translation>
    </message>
    <message>
        <source>Here the higher degree does new points neither harm nor good.</source>
        <translation>在这里，更高的次数对新点既无害也无益。</translation>
    </message>
    <message>
        <source>You were right.</source>
        <translation>你答对了。</translation>
    </message>
    <message>
        <source>Your answer was “{answer}”.</source>
        <translation>你的答案是“{answer}”。</translation>
    </message>
    <message>
        <source>falls from {before} to {after}</source>
        <translation>从 {before} 降到 {after}</translation>
    </message>
    <message>
        <source>hardly changes, from {before} to {after}</source>
        <translation>从 {before} 到 {after} 几乎不变</translation>
    </message>
    <message>
        <source>rises from {before} to {after}</source>
        <translation>从 {before} 升到 {after}</translation>
    </message>
    <message>
        <source>Is a smaller loss always better?</source>
        <translation>损失越小就越好吗？</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>The question and its answer in numbers</source>
        <translation>用数字说明问题与答案</translation>
    </message>
    <message>
        <source>It falls as well</source>
        <translation>也下降</translation>
    </message>
    <message>
        <source>It hardly changes</source>
        <translation>几乎不变</translation>
    </message>
    <message>
        <source>It rises</source>
        <translation>反而上升</translation>
    </message>
    <message>
        <source>Hide the held-out error again</source>
        <translation>重新隐藏留出误差</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
</context>
<context>
    <name>PageFactory</name>
    <message>
        <source>Fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Overfit</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>The digit is on the canvas, and its logits are on the Softmax page.</source>
        <translation>这个数字已放到画布上，它的 logits 已放到 Softmax 页。</translation>
    </message>
</context>
<context>
    <name>PlotExport</name>
    <message>
        <source>Plot</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>What to do with this plot</source>
        <translation>对这张图的操作</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>全部显示(&amp;A)</translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation>复制为图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;summary in words</source>
        <translation>复制文字摘要(&amp;S)</translation>
    </message>
    <message>
        <source>Copy &amp;data as CSV text</source>
        <translation>复制数据为 CSV 文本(&amp;D)</translation>
    </message>
    <message>
        <source>What to do with this table</source>
        <translation>对此表格的操作</translation>
    </message>
    <message>
        <source>Copy the selected &amp;rows</source>
        <translation>复制选中的行(&amp;R)</translation>
    </message>
    <message>
        <source>Copy all &amp;rows</source>
        <translation>复制所有行(&amp;R)</translation>
    </message>
    <message>
        <source>Save as pi&amp;xels, twice as fine (PNG)…</source>
        <translation>保存为像素图，两倍分辨率 (PNG)(&amp;X)…</translation>
    </message>
    <message>
        <source>Save as a dra&amp;wing (SVG)…</source>
        <translation>保存为矢量图 (SVG)(&amp;W)…</translation>
    </message>
    <message>
        <source>Save the &amp;numbers (CSV)…</source>
        <translation>保存数值 (CSV)(&amp;N)…</translation>
    </message>
    <message>
        <source>Save {title}</source>
        <translation>保存“{title}”</translation>
    </message>
    <message>
        <source>{kind} files (*{suffix})</source>
        <translation>{kind} 文件 (*{suffix})</translation>
    </message>
</context>
<context>
    <name>PlotWords</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>还没有可显示的。</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>图</translation>
    </message>
    <message>
        <source>{y} over {x}</source>
        <translation>“{y}”随“{x}”的变化</translation>
    </message>
    <message>
        <source>{name}: no values</source>
        <translation>{name}：没有数值</translation>
    </message>
    <message>
        <source>{name}: from {first} at {start} to {last} at {end}</source>
        <translation>{name}：从 {start} 处的 {first} 到 {end} 处的 {last}</translation>
    </message>
    <message>
        <source>least {least} at {least_x}, most {most} at {most_x}</source>
        <translation>最小 {least}，在 {least_x}；最大 {most}，在 {most_x}</translation>
    </message>
    <message>
        <source>{name}: {count}, the longest {length}</source>
        <translation>{name}：{count} 条，最长 {length}</translation>
    </message>
    <message>
        <source>{count} dots</source>
        <translation>{count} 个点</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>点</translation>
    </message>
    <message>
        <source>line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>{name} at {value}</source>
        <translation>{name}，在 {value}</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>{name}: can be dragged, at {place}</source>
        <translation>{name}：可拖动，在 {place}</translation>
    </message>
</context>
<context>
    <name>PresentationChoice</name>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>What to present</source>
        <translation>演示什么</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>{number}: {name}, {width} × {height}</source>
        <translation>{number}：{name}，{width} × {height}</translation>
    </message>
    <message>
        <source>{number}: {width} × {height}</source>
        <translation>{number}：{width} × {height}</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probability of each class</source>
        <translation>每个类别的概率</translation>
    </message>
    <message>
        <source>No probabilities yet.</source>
        <translation>还没有概率。</translation>
    </message>
    <message>
        <source>Most likely: {label}.</source>
        <translation>最可能：{label}。</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Count a hand for this answer (key {number})</source>
        <translation>为这个答案记一次举手（按键 {number}）</translation>
    </message>
    <message>
        <source>One hand fewer for answer {letter}</source>
        <translation>答案 {letter} 少记一次举手</translation>
    </message>
</context>
<context>
    <name>RaceBars</name>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} 毫秒</translation>
    </message>
    <message>
        <source>{number} µs</source>
        <translation>{number} 微秒</translation>
    </message>
    <message>
        <source>Nobody runs yet.</source>
        <translation>还没有开跑。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>{time} …</source>
        <translation>{time}……</translation>
    </message>
</context>
<context>
    <name>RaceKey</name>
    <message>
        <source>Loss that {name} has come to</source>
        <translation>{name} 达到的损失</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the run another name (F2)</source>
        <translation>给训练换个名称 (F2)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the runs off the list (Del)</source>
        <translation>从列表中删除选中的训练 (Del)</translation>
    </message>
    <message>
        <source>Bring back the runs that were deleted last (Ctrl+Z)</source>
        <translation>恢复最近删除的训练 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>See in the time machine how the run got there</source>
        <translation>在时间机器里回看这次训练的过程</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the run, to go on with it anywhere</source>
        <translation>保存训练，以便在任何地方继续</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>For other programs and for people</source>
        <translation>供其他程序或供人阅读</translation>
    </message>
</context>
<context>
    <name>RunTableModel</name>
    <message>
        <source>Curves of {name}</source>
        <translation>“{name}”的曲线</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Whether the curves are drawn, and what with</source>
        <translation>是否画出曲线，以及用什么样式</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Double click or F2 gives another name</source>
        <translation>双击或按 F2 可改名</translation>
    </message>
    <message>
        <source>from the first run in the list</source>
        <translation>与列表中第一个训练相比</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Batches trained on</source>
        <translation>训练过的批次</translation>
    </message>
    <message>
        <source>Best
validation</source>
        <translation>最高
验证</translation>
    </message>
    <message>
        <source>The highest accuracy on the validation part</source>
        <translation>验证集上的最高准确率</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Accuracy on the test part after the last step</source>
        <translation>最后一步之后在测试集上的准确率</translation>
    </message>
</context>
<context>
    <name>SaliencyView</name>
    <message>
        <source>There is no digit yet.</source>
        <translation>还没有数字。</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著图</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>There is nothing to look back at yet.</source>
        <translation>还没有可以回看的。</translation>
    </message>
    <message>
        <source>The run as it is now, after {step} steps.</source>
        <translation>训练当前的状态，已走 {step} 步。</translation>
    </message>
    <message>
        <source>The run as it was after {step} of {last} steps.</source>
        <translation>训练在第 {step} 步之后的状态（共 {last} 步）。</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>The session was saved to {path}.</source>
        <translation>会话已保存到 {path}。</translation>
    </message>
</context>
<context>
    <name>ShareTable</name>
    <message>
        <source>{side} of outcome {number}</source>
        <translation>第 {number} 种结果的 {side}</translation>
    </message>
</context>
<context>
    <name>SlicePlot</name>
    <message>
        <source>Both losses along a line through the surfaces</source>
        <translation>曲面沿一条直线的截面上的两种损失</translation>
    </message>
    <message>
        <source>squared error {loss}</source>
        <translation>平方误差 {loss}</translation>
    </message>
    <message>
        <source>cross-entropy {loss}</source>
        <translation>交叉熵 {loss}</translation>
    </message>
    <message>
        <source>There is no line through the surfaces yet.</source>
        <translation>还没有截面。</translation>
    </message>
    <message>
        <source>{here}. On this line squared error is least at {squared}, cross-entropy at {entropy}.</source>
        <translation>{here}。在这条直线上，平方误差在 {squared} 处最小，交叉熵在 {entropy} 处最小。</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>BCE</source>
        <translation>BCE</translation>
    </message>
</context>
<context>
    <name>SoftmaxCodePanel</name>
    <message>
        <source>Probability of the target class, after one softmax</source>
        <translation>目标类别的概率（一次 softmax 之后）</translation>
    </message>
    <message>
        <source>Sum of e^(z/T)</source>
        <translation>e^(z/T) 之和</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss as H(y) + KL</source>
        <translation>损失 = H(y) + KL</translation>
    </message>
    <message>
        <source>Entropy of the targets</source>
        <translation>目标的熵</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Loss after two softmaxes</source>
        <translation>两次 softmax 之后的损失</translation>
    </message>
    <message>
        <source>Gradient of cross-entropy</source>
        <translation>交叉熵的梯度</translation>
    </message>
    <message>
        <source>Gradient of squared error</source>
        <translation>平方误差的梯度</translation>
    </message>
    <message>
        <source>Loss after one step</source>
        <translation>走一步之后的损失</translation>
    </message>
    <message>
        <source>Naive softmax in float32</source>
        <translation>float32 中直接计算的 softmax</translation>
    </message>
    <message>
        <source>Shifted softmax in float32</source>
        <translation>float32 中平移后的 softmax</translation>
    </message>
    <message>
        <source>A sigmoid for each class</source>
        <translation>每个类别一个 sigmoid</translation>
    </message>
    <message>
        <source>Probability from W, x and b</source>
        <translation>由 W、x 和 b 得到的概率</translation>
    </message>
    <message>
        <source>Probability by a sigmoid</source>
        <translation>由 sigmoid 得到的概率</translation>
    </message>
    <message>
        <source>Loss of one sigmoid by the formula</source>
        <translation>按公式计算的 sigmoid 损失</translation>
    </message>
    <message>
        <source>Loss of one sigmoid by BCELoss</source>
        <translation>用 BCELoss 计算的 sigmoid 损失</translation>
    </message>
    <message>
        <source>Loss of one sigmoid by BCEWithLogitsLoss</source>
        <translation>用 BCEWithLogitsLoss 计算的 sigmoid 损失</translation>
    </message>
    <message>
        <source>Gradient of BCELoss</source>
        <translation>BCELoss 的梯度</translation>
    </message>
    <message>
        <source>Gradient of BCEWithLogitsLoss</source>
        <translation>BCEWithLogitsLoss 的梯度</translation>
    </message>
</context>
<context>
    <name>SoftmaxFormulaPanel</name>
    <message>
        <source>Class whose numbers are shown</source>
        <translation>显示哪个类别的数</translation>
    </message>
    <message>
        <source>i is {name}, the target&apos;s class. Point at another to see its numbers.</source>
        <translation>i 是目标类别 {name}。指向另一个类别可看它的数。</translation>
    </message>
    <message>
        <source>i is {name}, which is pointed at.</source>
        <translation>i 是鼠标所指的类别 {name}。</translation>
    </message>
    <message>
        <source>Softmax: the probability of class i</source>
        <translation>Softmax：类别 i 的概率</translation>
    </message>
    <message>
        <source>Cross-entropy, of all classes</source>
        <translation>交叉熵：所有类别之和</translation>
    </message>
    <message>
        <source>What class i adds to it</source>
        <translation>类别 i 的贡献</translation>
    </message>
    <message>
        <source>Its gradient: how the loss grows with the logit of class i</source>
        <translation>它的梯度：损失如何随类别 i 的 logit 变化</translation>
    </message>
    <message>
        <source>Formula with the present numbers</source>
        <translation>代入当前数值的公式</translation>
    </message>
</context>
<context>
    <name>SoftmaxGradientPanel</name>
    <message>
        <source>step length s, to z − s · gradient</source>
        <translation>步长 s，走到 z − s · 梯度</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss along the direction of the next step</source>
        <translation>沿下一步方向的损失</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Two softmaxes</source>
        <translation>两次 softmax</translation>
    </message>
    <message>
        <source>CE, (p − y)/T</source>
        <translation>CE，(p − y)/T</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>✗ {gradient}: autograd differs by {autograd:.1e}, finite differences by {numeric:.0e}</source>
        <translation>✗ {gradient}：与 autograd 相差 {autograd:.1e}，与有限差分相差 {numeric:.0e}</translation>
    </message>
    <message>
        <source>✓ {gradient}: autograd agrees exactly, finite differences to {numeric:.0e}</source>
        <translation>✓ {gradient}：与 autograd 完全一致，与有限差分之差不超过 {numeric:.0e}</translation>
    </message>
    <message>
        <source>✓ {gradient}: autograd agrees to {autograd:.0e}, finite differences to {numeric:.0e}</source>
        <translation>✓ {gradient}：与 autograd 之差不超过 {autograd:.0e}，与有限差分之差不超过 {numeric:.0e}</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>无效的输入</translation>
    </message>
    <message>
        <source>Check of the gradient of cross-entropy</source>
        <translation>交叉熵梯度的检验</translation>
    </message>
    <message>
        <source>Check of the gradient of squared error</source>
        <translation>平方误差梯度的检验</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Take one step</source>
        <translation>走一步</translation>
    </message>
    <message>
        <source>×10</source>
        <translation>×10</translation>
    </message>
    <message>
        <source>Take ten steps</source>
        <translation>走十步</translation>
    </message>
    <message>
        <source>Take steps by themselves, or hold</source>
        <translation>自动走步，或暂停</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The gradient by the formula is checked twice, and the largest difference is shown: against PyTorch’s autograd, and against (L(z + h) − L(z − h)) / 2h with a small step h</source>
        <translation>对公式给出的梯度做两次检验，并显示最大的差：一次与 PyTorch 的 autograd 比较，一次与小步长 h 的有限差分 (L(z + h) − L(z − h)) / 2h 比较</translation>
    </message>
    <message>
        <source>z becomes z − learning rate · gradient</source>
        <translation>z 变为 z − 学习率 · 梯度</translation>
    </message>
    <message>
        <source>The loss that the steps go down</source>
        <translation>各步所沿的损失</translation>
    </message>
    <message>
        <source>Loss to descend</source>
        <translation>沿哪种损失下降</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
</context>
<context>
    <name>SoftmaxLossPanel</name>
    <message>
        <source>Parts of the loss</source>
        <translation>损失的构成</translation>
    </message>
    <message>
        <source>p of the target class</source>
        <translation>目标类别的 p</translation>
    </message>
    <message>
        <source>Loss of the true class against its probability</source>
        <translation>真实类别的损失与其概率的关系</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>−ln p</source>
        <translation>−ln p</translation>
    </message>
    <message>
        <source>Softmax is applied twice: the best that any logits can do is {floor:.4f}, not 0. The probability that counts is the second one, {p:.4g} for {name}.</source>
        <translation>softmax 用了两次：无论 logits 是多少，损失最低只能到 {floor:.4f}，而不是 0。起作用的是第二次的概率，{name} 为 {p:.4g}。</translation>
    </message>
    <message>
        <source>The target is soft: of the loss only {share:.3g} · (−ln {p:.4g}) = {term:.4g} is on this curve, the rest belongs to the other classes. Below H(y) no logits get.</source>
        <translation>目标是软标签：损失中只有 {share:.3g} · (−ln {p:.4g}) = {term:.4g} 在这条曲线上，其余属于其他类别。任何 logits 都不能使损失低于 H(y)。</translation>
    </message>
    <message>
        <source>Only the true class counts: L = −ln p({name}) = {term:.6g}. p itself, e to the power of −{term:.6g}, is smaller than any number that a float64 can hold.</source>
        <translation>只有真实类别起作用：L = −ln p({name}) = {term:.6g}。p 本身是 e 的 −{term:.6g} 次方，小于 float64 能表示的任何正数。</translation>
    </message>
    <message>
        <source>Only the true class counts: L = −Σ y ln p = −ln p({name}) = −ln {p:.6g}. Drag the point to give it another p.</source>
        <translation>只有真实类别起作用：L = −Σ y ln p = −ln p({name}) = −ln {p:.6g}。拖动圆点可改变它的 p。</translation>
    </message>
    <message>
        <source>Cross-entropy of the targets and the probabilities, in natural-log units</source>
        <translation>目标与概率的交叉熵，采用自然对数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>What the loss is made of</source>
        <translation>损失由什么构成</translation>
    </message>
    <message>
        <source>L = H(y) + KL(y‖p) =</source>
        <translation>L = H(y) + KL(y‖p) =</translation>
    </message>
</context>
<context>
    <name>SoftmaxNetworkPanel</name>
    <message>
        <source>Some logits were moved by hand: the page shows z with these changes.</source>
        <translation>有些 logits 被手动改过：本页显示的是改过的 z。</translation>
    </message>
    <message>
        <source>The page shows the softmax of this z.</source>
        <translation>本页显示这个 z 的 softmax。</translation>
    </message>
    <message>
        <source>The page shows other logits. Type a number here, or:</source>
        <translation>本页显示的是别的 logits。请在这里输入一个数，或者：</translation>
    </message>
    <message>
        <source>Whether the page shows the network</source>
        <translation>本页是否显示这个网络</translation>
    </message>
    <message>
        <source>Show the softmax of this z on the page</source>
        <translation>在本页显示这个 z 的 softmax</translation>
    </message>
    <message>
        <source>Use the network</source>
        <translation>使用网络</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>无效的输入</translation>
    </message>
    <message>
        <source>Each logit as a sum</source>
        <translation>每个 logit 都是一个和</translation>
    </message>
    <message>
        <source>x: the features of one sample. W: a weight for each class (row) and feature (column). b: the biases.</source>
        <translation>x：一个样本的特征。W：每个类别（行）对每个特征（列）有一个权重。b：偏置。</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Logit {k} of the network</source>
        <translation>网络的 logit {k}</translation>
    </message>
    <message>
        <source>Weight of feature {i} for class {k}</source>
        <translation>类别 {k} 对特征 {i} 的权重</translation>
    </message>
    <message>
        <source>Feature {i}</source>
        <translation>特征 {i}</translation>
    </message>
    <message>
        <source>Bias of class {k}</source>
        <translation>类别 {k} 的偏置</translation>
    </message>
</context>
<context>
    <name>SoftmaxPage</name>
    <message>
        <source>Where the logits come from</source>
        <translation>logits 的来源</translation>
    </message>
    <message>
        <source>Table of classes</source>
        <translation>类别表</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Gradient steps</source>
        <translation>梯度下降步</translation>
    </message>
    <message>
        <source>Two classes</source>
        <translation>两个类别</translation>
    </message>
    <message>
        <source>z = Wx + b</source>
        <translation>z = Wx + b</translation>
    </message>
    <message>
        <source>Numeric range</source>
        <translation>数值范围</translation>
    </message>
</context>
<context>
    <name>SoftmaxRangePanel</name>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>Even e^{largest:.5g} is smaller than the smallest float32, 1.4e−45, and becomes 0: 0 / 0 is NaN. After the shift the largest is e^0 = 1.</source>
        <translation>连 e^{largest:.5g} 都小于 float32 的最小数 1.4e−45，变成 0，而 0 / 0 是 NaN。平移之后最大的是 e^0 = 1。</translation>
    </message>
    <message>
        <source>e^{largest:.5g} is larger than the largest float32, 3.4e38, and becomes inf: inf / inf is NaN. Taking the largest z/T off every one first changes no probability, and no power is above 1.</source>
        <translation>e^{largest:.5g} 超过 float32 的最大数 3.4e38，变成 inf，而 inf / inf 是 NaN。先从每个 z/T 中减去最大的一个，概率不变，而且没有一个幂大于 1。</translation>
    </message>
    <message>
        <source>Each e^(z/T) still fits, but their sum is larger than the largest float32: everything / inf is 0.</source>
        <translation>每个 e^(z/T) 都还能表示，但它们的和超过 float32 的最大数：任何数 / inf 都是 0。</translation>
    </message>
    <message>
        <source>Both ways agree here. In float32 e^x ends at x = {end:.2f}; the largest z/T is {largest:.5g}.</source>
        <translation>两种算法在这里一致。float32 中 e^x 到 x = {end:.2f} 就会溢出；这里最大的 z/T 是 {largest:.5g}。</translation>
    </message>
    <message>
        <source>Loss after one softmax: {naive} as written, {shifted} by log_softmax.</source>
        <translation>一次 softmax 之后的损失：直接按公式计算为 {naive}，用 log_softmax 为 {shifted}。</translation>
    </message>
    <message>
        <source>by the formula</source>
        <translation>按公式</translation>
    </message>
    <message>
        <source>In float32 p is exactly {p:g}, so the formula takes ln 0 = −inf. BCELoss takes no logarithm below −100: it says 100 whatever z is, and its gradient is 0. From the logit itself both come out right.</source>
        <translation>float32 中 p 恰好是 {p:g}，所以公式中出现 ln 0 = −inf。BCELoss 把低于 −100 的对数截断为 −100：无论 z 是多少，损失都是 100，梯度都是 0。直接由 logit 计算，两者都正确。</translation>
    </message>
    <message>
        <source>In float32 p is exactly {p:g}, as the label: the formula gives 0 · ln 0 = NaN, which BCELoss avoids.</source>
        <translation>float32 中 p 恰好是 {p:g}，与标签相同：公式中出现 0 · ln 0 = NaN，BCELoss 避开了它。</translation>
    </message>
    <message>
        <source>The losses agree, but not the gradients: on its way back BCELoss divides by p (1 − p), and by 1e−12 where that is less, so that the gradient fades just where the answer is worst.</source>
        <translation>损失一致，但梯度不一致：反向传播时 BCELoss 要除以 p (1 − p)，它小于 1e−12 时则除以 1e−12，于是恰恰在答案最糟的地方梯度消失。</translation>
    </message>
    <message>
        <source>All agree but for rounding. Try z = 20 with y = 0: there p is exactly 1 in float32.</source>
        <translation>除舍入误差外全都一致。试试 z = 20、y = 0：此时 float32 中 p 恰好是 1。</translation>
    </message>
    <message>
        <source>p naive</source>
        <translation>p，直接</translation>
    </message>
    <message>
        <source>p shifted</source>
        <translation>p，平移</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Softmax in float32, both ways</source>
        <translation>float32 中的 softmax，两种算法</translation>
    </message>
    <message>
        <source>What happens in float32</source>
        <translation>float32 中发生了什么</translation>
    </message>
    <message>
        <source>Try an overflow</source>
        <translation>试试溢出</translation>
    </message>
    <message>
        <source>Take the logits 100, 90 and 20</source>
        <translation>取 logits 为 100、90 和 20</translation>
    </message>
    <message>
        <source>Logit of a sigmoid</source>
        <translation>sigmoid 的 logit</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>无效的输入</translation>
    </message>
    <message>
        <source>p = sigmoid(z)</source>
        <translation>p = sigmoid(z)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>d loss / dz</source>
        <translation>d 损失 / dz</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>Losses of a sigmoid</source>
        <translation>sigmoid 的损失</translation>
    </message>
    <message>
        <source>What torch does</source>
        <translation>torch 的做法</translation>
    </message>
    <message>
        <source>A sigmoid of</source>
        <translation>sigmoid，z =</translation>
    </message>
    <message>
        <source>with the label y =</source>
        <translation>标签 y =</translation>
    </message>
</context>
<context>
    <name>SoftmaxSourcePanel</name>
    <message>
        <source>soft ({shares})</source>
        <translation>软标签（{shares}）</translation>
    </message>
    <message>
        <source>Release ({count})</source>
        <translation>还原（{count}）</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Where the logits come from. Changes to logits from elsewhere are nudges, on top of what comes.</source>
        <translation>logits 的来源。对来自别处的 logits 的改动，是在其上叠加的微调。</translation>
    </message>
    <message>
        <source>Where the logits come from</source>
        <translation>logits 的来源</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>当前显示的内容</translation>
    </message>
    <message>
        <source>Take back what was changed on top of what comes from elsewhere</source>
        <translation>撤销叠加在外来 logits 上的改动</translation>
    </message>
    <message>
        <source>Logits and targets to begin with; the temperature goes back to 1</source>
        <translation>初始的 logits 和目标；温度恢复为 1</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>The true class, as its index and as a one-hot row: 1 for it, 0 for all others</source>
        <translation>真实类别，写成编号和独热行：它为 1，其他都为 0</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>This much of the target is spread evenly over all classes</source>
        <translation>目标中有这么多平均分给所有类别</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>T in e^(z/T): a high one levels the probabilities, a low one sharpens them</source>
        <translation>e^(z/T) 中的 T：温度高使概率更平均，温度低使概率更集中</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>The mistake of putting a softmax before a loss that has one: no class gets near 1 then</source>
        <translation>损失中已含 softmax，却在它之前又加了一个 softmax 的错误：这样没有类别能接近 1</translation>
    </message>
    <message>
        <source>Softmax twice</source>
        <translation>两次 softmax</translation>
    </message>
    <message>
        <source>Added to every logit: the probabilities stay what they are</source>
        <translation>加到每个 logit 上：概率不变</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Add to all z</source>
        <translation>给所有 z 加</translation>
    </message>
    <message>
        <source>What the constant did to the probabilities</source>
        <translation>常数对概率的影响</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>无效的输入</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Temperature T</source>
        <translation>温度 T</translation>
    </message>
    <message>
        <source>z moved by {constant:g}, p by {change:.1g}</source>
        <translation>z 改变了 {constant:g}，p 改变了 {change:.1g}</translation>
    </message>
</context>
<context>
    <name>SoftmaxTablePanel</name>
    <message>
        <source>Classes: logits, probabilities, targets and losses</source>
        <translation>各类别：logits、概率、目标和损失</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>无效的输入</translation>
    </message>
</context>
<context>
    <name>SoftmaxTwoClassesPanel</name>
    <message>
        <source>d = (z₁ − z₀)/T</source>
        <translation>d = (z₁ − z₀)/T</translation>
    </message>
    <message>
        <source>The sigmoid of the difference of both logits</source>
        <translation>两个 logits 之差的 sigmoid</translation>
    </message>
    <message>
        <source>There are {count} classes now. With two of them softmax is the sigmoid of the difference of the logits, and cross-entropy is binary cross-entropy: the same numbers, to the last digits.</source>
        <translation>现在有 {count} 个类别。只有两个类别时，softmax 就是 logits 之差的 sigmoid，交叉熵就是二元交叉熵：数值完全相同。</translation>
    </message>
    <message>
        <source>The second softmax parts the losses: cross-entropy is taken of softmax(p), BCE is not.</source>
        <translation>第二次 softmax 使两种损失不同：交叉熵用的是 softmax(p)，而 BCE 不是。</translation>
    </message>
    <message>
        <source>Both pairs agree to the last digit.</source>
        <translation>两对数都完全一致。</translation>
    </message>
    <message>
        <source>p₁ agrees to the last digit, the loss differs by {loss:.0e}: rounding.</source>
        <translation>p₁ 完全一致，损失相差 {loss:.0e}：舍入误差。</translation>
    </message>
    <message>
        <source>The loss agrees to the last digit, p₁ differs by {p:.0e}: rounding.</source>
        <translation>损失完全一致，p₁ 相差 {p:.0e}：舍入误差。</translation>
    </message>
    <message>
        <source>p₁ differs by {p:.0e}, the loss by {loss:.0e}: rounding.</source>
        <translation>p₁ 相差 {p:.0e}，损失相差 {loss:.0e}：是舍入误差。</translation>
    </message>
    <message>
        <source>Formula with the present numbers</source>
        <translation>代入当前数值的公式</translation>
    </message>
    <message>
        <source>How far both are apart</source>
        <translation>两者相差多少</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>sigmoid of d</source>
        <translation>d 的 sigmoid</translation>
    </message>
    <message>
        <source>softmax, p₁</source>
        <translation>softmax，p₁</translation>
    </message>
    <message>
        <source>BCE of sigmoid</source>
        <translation>sigmoid 的 BCE</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Why there is nothing to compare</source>
        <translation>为什么无法比较</translation>
    </message>
    <message>
        <source>Take two classes, z = (0, ln 1.5): the probabilities are 0.4 and 0.6</source>
        <translation>取两个类别，z = (0, ln 1.5)：概率是 0.4 和 0.6</translation>
    </message>
    <message>
        <source>Take two classes</source>
        <translation>取两个类别</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>无效的输入</translation>
    </message>
</context>
<context>
    <name>StateNote</name>
    <message>
        <source>“{text}” was not taken: this field holds a number from 0 to 1. Type one such as 0.5.</source>
        <translation>“{text}”无效：此栏应为 0 到 1 的数。请输入例如 0.5 的数。</translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>Processor, threads, data and speed</source>
        <translation>处理器、线程、数据与速度</translation>
    </message>
    <message>
        <source>Speed of the training</source>
        <translation>训练速度</translation>
    </message>
    <message>
        <source>Data set in use</source>
        <translation>正在使用的数据集</translation>
    </message>
    <message>
        <source>Processor for training</source>
        <translation>训练所用的处理器</translation>
    </message>
    <message>
        <source>Threads for training</source>
        <translation>训练所用的线程</translation>
    </message>
    <message>
        <source>{rate} images/s</source>
        <translation>每秒 {rate} 张图像</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 个线程</translation>
    </message>
    <message>
        <source>{count} threads</source>
        <translation>{count} 个线程</translation>
    </message>
</context>
<context>
    <name>SurfaceMap</name>
    <message>
        <source>Map of the loss over w and b</source>
        <translation>损失随 w 和 b 变化的等高线图</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>3-D view of the loss over w and b</source>
        <translation>损失随 w 和 b 变化的三维图</translation>
    </message>
    <message>
        <source>Arrow keys move the marker, with Ctrl they turn the view.</source>
        <translation>方向键移动标记，加 Ctrl 则转动视图。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Arrow keys with Ctrl turn the view.</source>
        <translation>Ctrl 加方向键可转动视图。</translation>
    </message>
</context>
<context>
    <name>SurfaceWords</name>
    <message>
        <source>There is no surface yet.</source>
        <translation>还没有曲面。</translation>
    </message>
    <message>
        <source>{title}. The marker is at {w_name} = {w}, {b_name} = {b}.</source>
        <translation>{title}。标记在 {w_name} = {w}，{b_name} = {b}。</translation>
    </message>
    <message>
        <source>The ring is the model and the arrow points downhill. A dashed path is where the next steps would lead, or where a racer went, who stands at the dot. The thin straight line: all models that give the selected case 50%.</source>
        <translation>圆环是当前模型，箭头指向下坡。虚线是接下来的步子会走的路，或参赛者走过的路，圆点是它现在的位置。细直线：所有给选中样本 50% 概率的模型。</translation>
    </message>
    <message>
        <source>It is least at the cross, {w_name} = {w}, {b_name} = {b}.</source>
        <translation>叉号处最小：{w_name} = {w}，{b_name} = {b}。</translation>
    </message>
    <message>
        <source>Of the places computed it is least, {loss}, at {w_name} = {w}, {b_name} = {b}.</source>
        <translation>在算过的位置中，{w_name} = {w}、{b_name} = {b} 处最小，为 {loss}。</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>There are no rows yet.</source>
        <translation>还没有行。</translation>
    </message>
    <message>
        <source>{count} more rows</source>
        <translation>另有 {count} 行</translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>÷ temp.</source>
        <translation>÷ 温度</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>两次</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>loss term</source>
        <translation>损失项</translation>
    </message>
    <message>
        <source>CE</source>
        <translation>CE</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>slope ∂L/∂z</source>
        <translation>斜率 ∂L/∂z</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>What the first softmax gives. The second one takes these probabilities for logits.</source>
        <translation>第一次 softmax 的结果。第二次把这些概率当作 logits。</translation>
    </message>
    <message>
        <source>Make {name} the true class</source>
        <translation>把 {name} 设为真实类别</translation>
    </message>
    <message>
        <source>Class {index}: {name}. Double click or F2 to rename it</source>
        <translation>类别 {index}：{name}。双击或按 F2 可改名</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>软</translation>
    </message>
    <message>
        <source>Probabilities: {listed}. Target: {true}. Loss {loss}. Slopes of CE: {bce}; of MSE: {mse}.</source>
        <translation>概率：{listed}。目标：{true}。损失 {loss}。CE 的斜率：{bce}；MSE 的斜率：{mse}。</translation>
    </message>
    <message>
        <source>Name of class {name}</source>
        <translation>类别 {name} 的名称</translation>
    </message>
    <message>
        <source>Logit of class {index}</source>
        <translation>类别 {index} 的 logit</translation>
    </message>
    <message>
        <source>Probability of class {index}</source>
        <translation>类别 {index} 的概率</translation>
    </message>
    <message>
        <source>The score z of each class, any number at all. Type it, drag the bar, or use the arrow keys.</source>
        <translation>每个类别的得分 z，可以是任何数。可直接输入、拖动柱或用方向键。</translation>
    </message>
    <message>
        <source>The true class, whose place in the target is 1</source>
        <translation>真实类别，它在目标中为 1</translation>
    </message>
    <message>
        <source>What the classes are called</source>
        <translation>类别的名称</translation>
    </message>
    <message>
        <source>The logit divided by the temperature T: a high T levels the classes, a low one sharpens.</source>
        <translation>logit 除以温度 T：温度高使各类别更平均，温度低使其更集中。</translation>
    </message>
    <message>
        <source>e to the power z / T: always positive, and one more in z / T is 2.718 times as much here.</source>
        <translation>e 的 z / T 次方：总是正数，z / T 每加 1，这里就变为 2.718 倍。</translation>
    </message>
    <message>
        <source>What the probabilities should be. Drag a bar for a soft target; the sum stays 1.</source>
        <translation>概率应该是多少。拖动柱可得到软标签；总和保持为 1。</translation>
    </message>
    <message>
        <source>How the loss grows with each logit: (p − y) / T for cross-entropy (CE), and for the mean squared error (MSE) of the same probabilities.</source>
        <translation>损失随每个 logit 如何变化：交叉熵（CE）的斜率为 (p − y) / T，旁边是同样概率的均方误差（MSE）的斜率。</translation>
    </message>
    <message>
        <source>What each class adds to the cross-entropy: −y ln p. With a one-hot target only the true one.</source>
        <translation>每个类别对交叉熵的贡献：−y ln p。标签为独热时，只有真实类别有贡献。</translation>
    </message>
    <message>
        <source>The exponential divided by the sum of all of them: between 0 and 1, together 1.</source>
        <translation>每个指数除以所有指数之和：在 0 与 1 之间，总和为 1。</translation>
    </message>
    <message>
        <source>Softmax of what softmax gave: all logits lie between 0 and 1 then, and no class gets near 1.</source>
        <translation>对 softmax 的结果再取 softmax：此时所有 logits 都在 0 与 1 之间，没有类别能接近 1。</translation>
    </message>
    <message>
        <source>All exponentials together: {total}</source>
        <translation>所有指数之和：{total}</translation>
    </message>
    <message>
        <source>The cross-entropy of target and probabilities: {loss}</source>
        <translation>目标与概率的交叉熵：{loss}</translation>
    </message>
    <message>
        <source>The sum overflows, so the largest z ÷ T is taken off all of them first: p stays exact.</source>
        <translation>求和会溢出，所以先从所有值中减去最大的 z ÷ T：p 仍然精确。</translation>
    </message>
    <message>
        <source>z ÷ T = {z} ÷ {temperature} = {scaled}</source>
        <translation>z ÷ T = {z} ÷ {temperature} = {scaled}</translation>
    </message>
    <message>
        <source>e to the power {scaled} = {exp}</source>
        <translation>e 的 {scaled} 次方 = {exp}</translation>
    </message>
    <message>
        <source>{exp} ÷ {total} = {p}</source>
        <translation>{exp} ÷ {total} = {p}</translation>
    </message>
    <message>
        <source>−y ln p = −{y} · ln {p} = {loss}</source>
        <translation>−y ln p = −{y} · ln {p} = {loss}</translation>
    </message>
    <message>
        <source>Cross-entropy {bce}, squared error {mse}</source>
        <translation>交叉熵 {bce}，平方误差 {mse}</translation>
    </message>
    <message>
        <source>(p − y) ÷ T = ({p} − {y}) ÷ {temperature} = {bce}; squared error {mse}</source>
        <translation>(p − y) ÷ T = ({p} − {y}) ÷ {temperature} = {bce}；平方误差 {mse}</translation>
    </message>
</context>
<context>
    <name>TrainingButtons</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save run…</source>
        <translation>保存训练…</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>打开训练…</translation>
    </message>
    <message>
        <source>Go on with the last run</source>
        <translation>从上次训练处继续</translation>
    </message>
    <message>
        <source>Possible while the settings, apart from learning rate and epochs, and the data are that run&apos;s own.</source>
        <translation>条件是：除学习率和轮次外的设置以及数据，都与那次训练相同。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>保存训练</translation>
    </message>
    <message>
        <source>lossviz runs (*.pt)</source>
        <translation>lossviz 训练 (*.pt)</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>打开训练</translation>
    </message>
    <message>
        <source>lossviz runs (*.pt);;All files (*)</source>
        <translation>lossviz 训练 (*.pt);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>TrainingCurves</name>
    <message>
        <source>step (batches)</source>
        <translation>步（批次）</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率（%）</translation>
    </message>
    <message>
        <source>Press Start: the loss of every batch appears here.</source>
        <translation>请按“开始”：每个批次的损失会出现在这里。</translation>
    </message>
    <message>
        <source>… and the share of digits that the network reads right.</source>
        <translation>……以及网络的准确率。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>The bold curve is the mean of so many last batches.</source>
        <translation>粗线是最近这么多个批次的平均。</translation>
    </message>
    <message>
        <source>Fit view</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Show the whole run again (double click on a plot)</source>
        <translation>重新显示整个训练过程（也可双击图）</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>Hide outliers</source>
        <translation>隐藏离群值</translation>
    </message>
    <message>
        <source>Loss and accuracy</source>
        <translation>损失与准确率</translation>
    </message>
</context>
<context>
    <name>TrainingProgress</name>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>State of the training</source>
        <translation>训练的状态</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs} · step {step}</source>
        <translation>轮次 {epoch}/{epochs} · 第 {step} 步</translation>
    </message>
    <message>
        <source>{rate} images/s</source>
        <translation>每秒 {rate} 张图像</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s left</source>
        <translation>还剩 {minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>还剩 {seconds} 秒</translation>
    </message>
    <message>
        <source>{accuracy} of the test digits read right</source>
        <translation>测试集准确率 {accuracy}</translation>
    </message>
    <message>
        <source>Preparing the data and the network</source>
        <translation>正在准备数据和网络</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>因错误而停止</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>TrainingSettingsForm</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>… over classes</source>
        <translation>多类别平均方式</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Extra digits</source>
        <translation>额外数字</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Show and hide the settings that are seldom changed; one that has been changed stays in sight.</source>
        <translation>显示或隐藏不常改动的设置；改动过的设置始终可见。</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Mixed: the network multiplies in bfloat16, weights and losses stay in float32. Faster on new GPUs.</source>
        <translation>混合：网络用 bfloat16 做乘法，权重和损失仍用 float32。在较新的 GPU 上更快。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Counts at once, also while a run goes on. The arrows step 1 – 3 – 10.</source>
        <translation>立即生效，训练进行中也可以改。箭头按 1 – 3 – 10 变化。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Processor threads at most, for a run on the CPU; fewer leave room for other programs. Small batches without convolutions use one: a second makes them no faster.</source>
        <translation>在 CPU 上训练最多使用的处理器线程；少一些可给其他程序留出余地。不含卷积的小批次只用一个：第二个并不会更快。</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>CPU 线程</translation>
    </message>
</context>
<context>
    <name>TruthTable</name>
    <message>
        <source>fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>y: what happens. P1: the probability that was given to y = 1. P(y): what that gave to what happens. A good guess costs little, a sure and wrong one infinitely much.</source>
        <translation>y：实际发生了什么。P1：给 y = 1 的概率。P(y)：由此给实际所发生之事的概率。猜得好代价小，自信却猜错则代价无穷大。</translation>
    </message>
    <message>
        <source>Truth table</source>
        <translation>真值表</translation>
    </message>
    <message>
        <source>good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>差</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>两者都不是</translation>
    </message>
</context>
<context>
    <name>UnitPager</name>
    <message>
        <source>Units in sight</source>
        <translation>当前显示的单元</translation>
    </message>
    <message>
        <source>The units before</source>
        <translation>前面的单元</translation>
    </message>
    <message>
        <source>The next units</source>
        <translation>后面的单元</translation>
    </message>
    <message>
        <source>{first}–{last} / {units}</source>
        <translation>{first}–{last} / {units}</translation>
    </message>
</context>
<context>
    <name>VariantCurves</name>
    <message>
        <source>step (batches)</source>
        <translation>步（批次）</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率（%）</translation>
    </message>
    <message>
        <source>Accuracy of all variants</source>
        <translation>所有变体的准确率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss of variant {number}</source>
        <translation>变体 {number} 的损失</translation>
    </message>
    <message>
        <source>Press Compare: the share of digits that each reads right appears here.</source>
        <translation>请按“比较”：每个变体的准确率会出现在这里。</translation>
    </message>
</context>
<context>
    <name>VariantRowWidgets</name>
    <message>
        <source>Variant {number}</source>
        <translation>变体 {number}</translation>
    </message>
    <message>
        <source>Remove variant {number}</source>
        <translation>删除变体 {number}</translation>
    </message>
    <message>
        <source>Validation accuracy of {name}</source>
        <translation>“{name}”的验证准确率</translation>
    </message>
    <message>
        <source>Test accuracy of {name}</source>
        <translation>“{name}”的测试准确率</translation>
    </message>
    <message>
        <source>Range over seeds of {name}</source>
        <translation>“{name}”在各个种子上的范围</translation>
    </message>
</context>
<context>
    <name>VariantTable</name>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>range of seeds</source>
        <translation>各种子范围</translation>
    </message>
    <message>
        <source>Share of the validation digits read right at the last evaluation</source>
        <translation>最近一次评估时的验证准确率</translation>
    </message>
    <message>
        <source>Share of the test digits read right after the last step; the mean over all seeds</source>
        <translation>最后一步之后的测试准确率；对所有种子取平均</translation>
    </message>
    <message>
        <source>The worst and the best seed, on the test digits</source>
        <translation>测试集上最差和最好的种子</translation>
    </message>
</context>
<context>
    <name>_Column</name>
    <message>
        <source>Whose opinion</source>
        <translation>谁的判断</translation>
    </message>
    <message>
        <source>Predicted digit</source>
        <translation>预测的数字</translation>
    </message>
    <message>
        <source>Probabilities of {name}</source>
        <translation>“{name}”的概率</translation>
    </message>
    <message>
        <source>reads –</source>
        <translation>识别为 –</translation>
    </message>
    <message>
        <source>reads {digit}: its number is {number}</source>
        <translation>识别为 {digit}：输出是 {number}</translation>
    </message>
    <message>
        <source>reads {digit}</source>
        <translation>识别为 {digit}</translation>
    </message>
</context>
<context>
    <name>_PlotAccess</name>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The summary is on the clipboard.</source>
        <translation>摘要已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation>数值已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The rows are on the clipboard.</source>
        <translation>行已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>by_hand</name>
    <message>
        <source>class numbers, int64</source>
        <translation>类别编号，int64</translation>
    </message>
    <message>
        <source>This is what cross_entropy wants: for each sample the number of its class, counted from 0.</source>
        <translation>这正是 cross_entropy 要求的形式：每个样本一个类别编号，从 0 数起。</translation>
    </message>
    <message>
        <source>one-hot rows, floats</source>
        <translation>独热行，浮点数</translation>
    </message>
    <message>
        <source>Rows of floats count as probabilities of the classes. A one-hot row gives the same loss as the class number, since every other class is multiplied by 0; soft labels can be written no other way.</source>
        <translation>由浮点数组成的行被当作各类别的概率。独热行与类别编号给出的损失相同，因为其他类别都乘以 0；软标签则只能这样写。</translation>
    </message>
    <message>
        <source>class numbers, float32</source>
        <translation>类别编号，float32</translation>
    </message>
    <message>
        <source>A class number picks a column, and a column 2.0 does not exist. Long is PyTorch&apos;s old name for int64, Byte for uint8. A NumPy array or a CSV file easily gives floats.</source>
        <translation>类别编号用来选列，而第 2.0 列并不存在。Long 是 PyTorch 对 int64 的旧称，Byte 即 uint8。NumPy 数组或 CSV 文件中的编号很容易变成浮点数。</translation>
    </message>
    <message>
        <source>class numbers, int32</source>
        <translation>类别编号，int32</translation>
    </message>
    <message>
        <source>Whole numbers, but of 32 bits, which PyTorch calls Int; it picks columns only by Long, which is int64, or by Byte.</source>
        <translation>是整数，但只有 32 位，PyTorch 称为 Int；选列只能用 Long（即 int64）或 Byte。</translation>
    </message>
    <message>
        <source>class numbers in a column</source>
        <translation>排成一列的类别编号</translation>
    </message>
    <message>
        <source>The shape is (samples, 1). One number for each sample is wanted, in a row of shape (samples,).</source>
        <translation>形状是 (样本数, 1)。这里需要的是每个样本一个数，形状为 (样本数,)。</translation>
    </message>
    <message>
        <source>one-hot rows, int64</source>
        <translation>独热行，int64</translation>
    </message>
    <message>
        <source>Labels as wide as the logits count as probabilities, and probabilities are floats; one_hot gives whole numbers.</source>
        <translation>与 logits 同宽的标签被当作概率，而概率是浮点数；one_hot 给出的是整数。</translation>
    </message>
    <message>
        <source>class numbers from 1</source>
        <translation>从 1 数起的类别编号</translation>
    </message>
    <message>
        <source>Three classes have the numbers 0, 1 and 2. Counted from 1, the last one lies outside.</source>
        <translation>三个类别的编号是 0、1、2。从 1 数起时，最后一个就越界了。</translation>
    </message>
    <message>
        <source>No error, and that is worse: each sample is charged for the class after its own, and the network learns the wrong classes. Only the number of the last class would have been refused.</source>
        <translation>没有报错，反而更糟：每个样本都按后一个类别计算损失，网络学到的是错误的类别。只有最后一个类别的编号才会被拒绝。</translation>
    </message>
    <message>
        <source>yes or no, int64, for BCE</source>
        <translation>是或否，int64，用于 BCE</translation>
    </message>
    <message>
        <source>The other way round: the two-class losses multiply by the label, which is a probability, so it has to be a float.</source>
        <translation>反过来也一样：二分类损失要乘以标签，标签是概率，所以必须是浮点数。</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>Overlapping</source>
        <translation>有重叠</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>边界清楚</translation>
    </message>
    <message>
        <source>Far outliers</source>
        <translation>远处离群值</translation>
    </message>
    <message>
        <source>Separable</source>
        <translation>完全可分</translation>
    </message>
    <message>
        <source>Thermostat valve</source>
        <translation>恒温阀</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量法</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>H1: underfit</source>
        <translation>H1：欠拟合</translation>
    </message>
    <message>
        <source>H2: good fit</source>
        <translation>H2：拟合良好</translation>
    </message>
    <message>
        <source>H3: overfit</source>
        <translation>H3：过拟合</translation>
    </message>
    <message>
        <source>H3 tamed by ridge</source>
        <translation>H3 加岭回归</translation>
    </message>
    <message>
        <source>H3 with 200 points</source>
        <translation>H3，200 个点</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Network Wx + b</source>
        <translation>网络 Wx + b</translation>
    </message>
    <message>
        <source>Fit page’s case</source>
        <translation>拟合页的样本</translation>
    </message>
    <message>
        <source>MNIST canvas</source>
        <translation>MNIST 画布</translation>
    </message>
    <message>
        <source>Drag the bars of z and y, or type a logit.</source>
        <translation>拖动 z 和 y 的柱，或输入一个 logit。</translation>
    </message>
    <message>
        <source>of the network on this page</source>
        <translation>来自本页的网络</translation>
    </message>
    <message>
        <source>(0, wx + b) of the selected case</source>
        <translation>所选样本的 (0, wx + b)</translation>
    </message>
    <message>
        <source>of your drawing, live</source>
        <translation>来自你画的数字，实时更新</translation>
    </message>
    <message>
        <source>no case selected there</source>
        <translation>那里没有选中样本</translation>
    </message>
    <message>
        <source>nothing drawn there</source>
        <translation>那里还没有笔迹</translation>
    </message>
    <message>
        <source>(3, 1, −3)</source>
        <translation>(3, 1, −3)</translation>
    </message>
    <message>
        <source>(9, 6, 3, 1)</source>
        <translation>(9, 6, 3, 1)</translation>
    </message>
    <message>
        <source>(2, 0.5, 6), class 2</source>
        <translation>(2, 0.5, 6)，类别 2</translation>
    </message>
    <message>
        <source>(0.1, 0, 3), class 1</source>
        <translation>(0.1, 0, 3)，类别 1</translation>
    </message>
    <message>
        <source>(2, 0.5, 6), soft</source>
        <translation>(2, 0.5, 6)，软标签</translation>
    </message>
    <message>
        <source>(0.1, 0, 3), soft</source>
        <translation>(0.1, 0, 3)，软标签</translation>
    </message>
    <message>
        <source>Confident, right</source>
        <translation>自信且正确</translation>
    </message>
    <message>
        <source>Confident, wrong</source>
        <translation>自信却错误</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Two: 0.4 and 0.6</source>
        <translation>两类：0.4 和 0.6</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>溢出</translation>
    </message>
    <message>
        <source>Course run</source>
        <translation>本课程的训练</translation>
    </message>
    <message>
        <source>Fast 99%</source>
        <translation>快速达 99%</translation>
    </message>
    <message>
        <source>Overfit on purpose</source>
        <translation>故意过拟合</translation>
    </message>
    <message>
        <source>Your own settings</source>
        <translation>自定义设置</translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation>Softmax 回归</translation>
    </message>
    <message>
        <source>MLP 784–128–10</source>
        <translation>MLP 784–128–10</translation>
    </message>
    <message>
        <source>Course CNN</source>
        <translation>课程 CNN</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>MSE on softmax</source>
        <translation>softmax 上的 MSE</translation>
    </message>
    <message>
        <source>MSE on raw logits</source>
        <translation>原始 logits 上的 MSE</translation>
    </message>
    <message>
        <source>MSE on one number</source>
        <translation>单个数的 MSE</translation>
    </message>
    <message>
        <source>Sigmoid cross-entropy</source>
        <translation>Sigmoid 交叉熵</translation>
    </message>
    <message>
        <source>Softmax twice (mistake)</source>
        <translation>两次 softmax（错误）</translation>
    </message>
    <message>
        <source>Mean over classes</source>
        <translation>对类别取平均</translation>
    </message>
    <message>
        <source>Sum over classes</source>
        <translation>对类别求和</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>Standardised</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>PyTorch default</source>
        <translation>PyTorch 默认</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD, momentum 0.9</source>
        <translation>SGD，动量 0.9</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Pen variations</source>
        <translation>笔迹变化</translation>
    </message>
    <message>
        <source>Full (float32)</source>
        <translation>完整（float32）</translation>
    </message>
    <message>
        <source>Mixed (bfloat16)</source>
        <translation>混合（bfloat16）</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>NVIDIA GPU (cuda)</source>
        <translation>NVIDIA GPU (cuda)</translation>
    </message>
    <message>
        <source>Apple GPU (mps)</source>
        <translation>Apple GPU (mps)</translation>
    </message>
    <message>
        <source>−ln of the probability that softmax gives the true digit</source>
        <translation>softmax 给真实数字的概率取负对数</translation>
    </message>
    <message>
        <source>squared distance between softmax(z) and the one-hot label</source>
        <translation>softmax(z) 与独热标签之差的平方和</translation>
    </message>
    <message>
        <source>squared distance between the raw scores z and the one-hot label</source>
        <translation>原始得分 z 与独热标签之差的平方和</translation>
    </message>
    <message>
        <source>the network has one output, the digit as a number; squared error</source>
        <translation>网络只有一个输出，即数字本身；平方误差</translation>
    </message>
    <message>
        <source>ten yes-or-no questions, each with its own sigmoid</source>
        <translation>十个是非题，各用一个 sigmoid</translation>
    </message>
    <message>
        <source>a common mistake: softmax in the network and again in the loss, which then never comes near 0</source>
        <translation>常见的错误：网络里有 softmax，损失里又有一个，于是损失永远接近不了 0</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>第 {number} 次训练</translation>
    </message>
    <message>
        <source>Run {number}: {loss}</source>
        <translation>第 {number} 次训练：{loss}</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Open &amp;run…</source>
        <translation>打开训练(&amp;R)…</translation>
    </message>
    <message>
        <source>Open a network that was trained and saved</source>
        <translation>打开训练好并保存的网络</translation>
    </message>
    <message>
        <source>Save r&amp;un…</source>
        <translation>保存训练(&amp;U)…</translation>
    </message>
    <message>
        <source>Save the network that is being trained, with its curves</source>
        <translation>把正在训练的网络连同曲线一起保存</translation>
    </message>
    <message>
        <source>Open &amp;image…</source>
        <translation>打开图像(&amp;I)…</translation>
    </message>
    <message>
        <source>Put a picture of a digit on the canvas</source>
        <translation>把一张数字图片放到画布上</translation>
    </message>
    <message>
        <source>Open &amp;cases…</source>
        <translation>打开样本(&amp;C)…</translation>
    </message>
    <message>
        <source>Open a table of cases for the Fit page</source>
        <translation>为拟合页打开一张样本表</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Find anything that can be done by typing a few words of it.</source>
        <translation>输入几个字就能找到可以做的任何操作。</translation>
    </message>
    <message>
        <source>All &amp;keys</source>
        <translation>所有快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show every key on one sheet.</source>
        <translation>在一张表上列出所有快捷键。</translation>
    </message>
    <message>
        <source>&amp;What is what</source>
        <translation>界面说明(&amp;W)</translation>
    </message>
    <message>
        <source>Say what each control on the page is for, and in words what the plots show.</source>
        <translation>说明本页每个控件的用途，并用文字描述各图的内容。</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostic info</source>
        <translation>复制诊断信息(&amp;C)</translation>
    </message>
    <message>
        <source>Put versions, processors and places on the clipboard, for somebody who is to help.</source>
        <translation>把版本、处理器和各个路径复制到剪贴板，供帮你排查问题的人参考。</translation>
    </message>
    <message>
        <source>Open the folder of crash &amp;reports</source>
        <translation>打开崩溃报告文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>Show what was written down when something went wrong; nothing of it was sent.</source>
        <translation>显示出问题时记录的内容；没有发送任何内容。</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>Show the licences of lossviz and of what it is made with.</source>
        <translation>显示 lossviz 及其所用组件的许可证。</translation>
    </message>
    <message>
        <source>&amp;About lossviz</source>
        <translation>关于 lossviz(&amp;A)</translation>
    </message>
    <message>
        <source>Show which version this is and what it is made with.</source>
        <translation>显示版本和所用的组件。</translation>
    </message>
    <message>
        <source>The diagnostic info is on the clipboard.</source>
        <translation>诊断信息已复制到剪贴板。</translation>
    </message>
    <message>
        <source>&amp;Play the descent</source>
        <translation>播放下降(&amp;P)</translation>
    </message>
    <message>
        <source>Let the descent take steps by itself, or hold it.</source>
        <translation>让下降自动走步，或暂停。</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>单步(&amp;S)</translation>
    </message>
    <message>
        <source>Take one step of the descent.</source>
        <translation>让下降走一步。</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Take the last step of the descent back, exactly.</source>
        <translation>精确退回下降的上一步。</translation>
    </message>
    <message>
        <source>&amp;Reset the descent</source>
        <translation>重置下降(&amp;R)</translation>
    </message>
    <message>
        <source>Go back to where the descent set out.</source>
        <translation>回到下降的起点。</translation>
    </message>
    <message>
        <source>Draw &amp;new cases</source>
        <translation>抽取新样本(&amp;N)</translation>
    </message>
    <message>
        <source>Draw other cases from the same law, with the next seed.</source>
        <translation>用下一个种子从同一规律抽取另一批样本。</translation>
    </message>
    <message>
        <source>&amp;Play the gradient steps</source>
        <translation>播放梯度步(&amp;P)</translation>
    </message>
    <message>
        <source>Let the logits take gradient steps by themselves, or hold them.</source>
        <translation>让 logits 自动走梯度步，或暂停。</translation>
    </message>
    <message>
        <source>Move the logits one step against the gradient.</source>
        <translation>让 logits 逆着梯度走一步。</translation>
    </message>
    <message>
        <source>&amp;Start the race</source>
        <translation>开始赛跑(&amp;S)</translation>
    </message>
    <message>
        <source>Let Python&apos;s sum run against the tensor&apos;s.</source>
        <translation>让 Python 的求和与张量的求和比快慢。</translation>
    </message>
    <message>
        <source>S&amp;top the race</source>
        <translation>停止赛跑(&amp;T)</translation>
    </message>
    <message>
        <source>End the race of the two sums before it is over.</source>
        <translation>提前结束两种求和的赛跑。</translation>
    </message>
    <message>
        <source>Degree &amp;up</source>
        <translation>次数加一(&amp;U)</translation>
    </message>
    <message>
        <source>Fit a polynomial with one more term.</source>
        <translation>拟合多一项的多项式。</translation>
    </message>
    <message>
        <source>Degree &amp;down</source>
        <translation>次数减一(&amp;D)</translation>
    </message>
    <message>
        <source>Fit a polynomial with one term fewer.</source>
        <translation>拟合少一项的多项式。</translation>
    </message>
    <message>
        <source>Draw &amp;new points</source>
        <translation>抽取新的点(&amp;N)</translation>
    </message>
    <message>
        <source>Draw other points around the same curve, with the next seed.</source>
        <translation>用下一个种子在同一条曲线周围抽取另一批点。</translation>
    </message>
    <message>
        <source>&amp;Start the training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <source>Train the network with the settings on screen.</source>
        <translation>用屏幕上的设置训练网络。</translation>
    </message>
    <message>
        <source>&amp;Pause or go on</source>
        <translation>暂停或继续(&amp;P)</translation>
    </message>
    <message>
        <source>Hold the training after this batch, or let it go on.</source>
        <translation>在这个批次之后暂停训练，或让它继续。</translation>
    </message>
    <message>
        <source>S&amp;top the training</source>
        <translation>停止训练(&amp;T)</translation>
    </message>
    <message>
        <source>End the run; what the network has learnt stays.</source>
        <translation>结束训练；网络已学到的保留。</translation>
    </message>
    <message>
        <source>&amp;Clear the canvas</source>
        <translation>清空画布(&amp;C)</translation>
    </message>
    <message>
        <source>Take a fresh sheet to draw a digit on.</source>
        <translation>换一张白纸来画数字。</translation>
    </message>
    <message>
        <source>&amp;Eraser or pen</source>
        <translation>橡皮或笔(&amp;E)</translation>
    </message>
    <message>
        <source>Let the left mouse button erase ink, or draw it.</source>
        <translation>让鼠标左键擦除笔迹，或画出笔迹。</translation>
    </message>
    <message>
        <source>Paste a &amp;picture</source>
        <translation>粘贴图片(&amp;P)</translation>
    </message>
    <message>
        <source>Read a digit from the picture on the clipboard.</source>
        <translation>读取剪贴板图片中的数字。</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <source>Fill a screen with what is in front, in large type; Esc comes back.</source>
        <translation>把最前面的内容用大字号铺满屏幕；按 Esc 返回。</translation>
    </message>
    <message>
        <source>Choose what to p&amp;resent…</source>
        <translation>选择演示内容(&amp;R)…</translation>
    </message>
    <message>
        <source>Choose one or two panels and a screen to fill with them.</source>
        <translation>选择一个或两个面板，以及要铺满的屏幕。</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>减少动效(&amp;M)</translation>
    </message>
    <message>
        <source>Let nothing move that was not set in motion by hand.</source>
        <translation>不是手动启动的内容都不动。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window; what runs is stopped in good order.</source>
        <translation>关闭窗口；正在运行的内容会妥善停止。</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Fill the screen with the window, or go back to its size before.</source>
        <translation>让窗口铺满屏幕，或恢复原来的大小。</translation>
    </message>
    <message>
        <source>&amp;Go to page</source>
        <translation>转到页面(&amp;G)</translation>
    </message>
    <message>
        <source>Bring the page {page} to the front.</source>
        <translation>转到“{page}”页。</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Be light or dark as the rest of the desktop is.</source>
        <translation>与桌面其余部分一致，浅色或深色。</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark type on a light ground.</source>
        <translation>浅底深字。</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light type on a dark ground.</source>
        <translation>深底浅字。</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation>投影(&amp;P)</translation>
    </message>
    <message>
        <source>Light, with strong contrast and thick lines, for a projector and a bright room.</source>
        <translation>浅色、高对比、粗线条，适合投影仪和明亮的教室。</translation>
    </message>
    <message>
        <source>&amp;Language / 语言</source>
        <translation>语言 / &amp;Language</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Show everything in this language, from now on.</source>
        <translation>从现在起，全部内容用这种语言显示。</translation>
    </message>
    <message>
        <source>Copy &amp;picture of the plot or table</source>
        <translation>复制图或表格为图片(&amp;P)</translation>
    </message>
    <message>
        <source>What has or had the focus, as a picture; in the plot itself: Ctrl+C.</source>
        <translation>当前或上次有焦点的图或表格的图片；在图中按 Ctrl+C。</translation>
    </message>
    <message>
        <source>Copy &amp;summary of the plot or table</source>
        <translation>复制图或表格的摘要(&amp;S)</translation>
    </message>
    <message>
        <source>What it shows, in a few sentences with its numbers.</source>
        <translation>用几句话说明其内容，并附数值。</translation>
    </message>
    <message>
        <source>Copy &amp;data of the plot or table</source>
        <translation>复制图或表格的数据(&amp;D)</translation>
    </message>
    <message>
        <source>All its numbers as the text of a CSV table.</source>
        <translation>全部数值，作为 CSV 表格文本。</translation>
    </message>
    <message>
        <source>Copy &amp;rows of the table</source>
        <translation>复制表格的行(&amp;R)</translation>
    </message>
    <message>
        <source>The rows that are selected, or all, for a spreadsheet; in the table itself: Ctrl+C.</source>
        <translation>选中的行（未选则为全部），可粘贴到电子表格；在表格中按 Ctrl+C。</translation>
    </message>
    <message>
        <source>The plot or table that has or had the focus, as a file.</source>
        <translation>把当前或上次有焦点的图或表格存为文件。</translation>
    </message>
    <message>
        <source>Save p&amp;lot or table</source>
        <translation>保存图或表格(&amp;L)</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>lossviz sessions (*.lossviz.json)</source>
        <translation>lossviz 会话 (*.lossviz.json)</translation>
    </message>
    <message>
        <source>Continue the &amp;last sitting</source>
        <translation>继续上次的内容(&amp;L)</translation>
    </message>
    <message>
        <source>Put all pages back as they were when lossviz was closed, the last run included.</source>
        <translation>把所有页面恢复到上次关闭 lossviz 时的样子，包括最后一次训练。</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>打开会话(&amp;O)…</translation>
    </message>
    <message>
        <source>Put everything back as it was when a session was saved.</source>
        <translation>恢复到保存会话时的样子。</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>保存会话(&amp;S)</translation>
    </message>
    <message>
        <source>Save what is set on all pages, to go on from there another time.</source>
        <translation>保存所有页面上的设置，以便下次继续。</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save what is set on all pages under another name.</source>
        <translation>用另一个名称保存所有页面上的设置。</translation>
    </message>
    <message>
        <source>Reset e&amp;verything</source>
        <translation>全部重置(&amp;V)</translation>
    </message>
    <message>
        <source>Set all pages as they are when lossviz is started.</source>
        <translation>把所有页面恢复为 lossviz 启动时的样子。</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Open {path}.</source>
        <translation>打开 {path}。</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清除此列表(&amp;C)</translation>
    </message>
    <message>
        <source>Forget which files were opened; the files themselves stay.</source>
        <translation>清除打开过的文件记录；文件本身保留。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back what you changed last, on whichever page.</source>
        <translation>撤销你上一次的修改，无论在哪一页。</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make again what you took back last.</source>
        <translation>重做你刚撤销的修改。</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Reveal the answer, or go to the next step of the lesson.</source>
        <translation>揭晓答案，或进入这一课的下一步。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Go to the step before.</source>
        <translation>回到上一步。</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>揭晓(&amp;R)</translation>
    </message>
    <message>
        <source>Tell the answer and uncover what is hidden.</source>
        <translation>给出答案，并揭开遮住的部分。</translation>
    </message>
    <message>
        <source>E&amp;xplore on your own</source>
        <translation>自行探索(&amp;X)</translation>
    </message>
    <message>
        <source>Leave the lesson for a while; again, to come back to the step.</source>
        <translation>暂时离开这一课；再按一次回到这一步。</translation>
    </message>
    <message>
        <source>&amp;End the lesson</source>
        <translation>结束这一课(&amp;E)</translation>
    </message>
    <message>
        <source>Take the lesson off the window; what it has set stays.</source>
        <translation>收起这一课；已有的设置保留。</translation>
    </message>
    <message>
        <source>End and &amp;put back</source>
        <translation>结束并还原(&amp;P)</translation>
    </message>
    <message>
        <source>End the lesson and set everything as it was before it.</source>
        <translation>结束这一课，并把一切恢复为上课之前的样子。</translation>
    </message>
    <message>
        <source>&amp;Count hands</source>
        <translation>统计举手(&amp;C)</translation>
    </message>
    <message>
        <source>For answer {letter}</source>
        <translation>答案 {letter}</translation>
    </message>
    <message>
        <source>Count a hand for an answer.</source>
        <translation>为一个答案记一次举手。</translation>
    </message>
    <message>
        <source>{number}. {title} ({minutes} min)</source>
        <translation>{number}. {title}（{minutes} 分钟）</translation>
    </message>
    <message>
        <source>&amp;Open lesson…</source>
        <translation>打开一课(&amp;O)…</translation>
    </message>
    <message>
        <source>Give a lesson from a file.</source>
        <translation>用文件中的一课来上课。</translation>
    </message>
    <message>
        <source>Ne&amp;w lesson…</source>
        <translation>新建一课(&amp;W)…</translation>
    </message>
    <message>
        <source>Write a lesson of your own, step by step from what stands in the window.</source>
        <translation>把窗口当前的状态一步步记录下来，编写自己的一课。</translation>
    </message>
    <message>
        <source>E&amp;dit a lesson…</source>
        <translation>编辑一课(&amp;D)…</translation>
    </message>
    <message>
        <source>Change a lesson in a file.</source>
        <translation>修改文件中的一课。</translation>
    </message>
    <message>
        <source>&amp;Handout…</source>
        <translation>讲义(&amp;H)…</translation>
    </message>
    <message>
        <source>Write the running lesson as a PDF with pictures, questions and answers.</source>
        <translation>把正在上的这一课写成 PDF，含图片、问题和答案。</translation>
    </message>
    <message>
        <source>&amp;Save lesson with tally…</source>
        <translation>保存这一课及举手计数(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the running lesson to a file, with the hands that were counted.</source>
        <translation>把正在上的这一课连同举手计数保存到文件。</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>built-in digits</source>
        <translation>内置数字</translation>
    </message>
    <message>
        <source>MNIST, unverified</source>
        <translation>MNIST，未经核实</translation>
    </message>
    <message>
        <source>&quot;{place}&quot; (28x28 images, not MNIST)</source>
        <translation>“{place}”（28x28 图像，不是 MNIST）</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>{value} was not taken.</source>
        <translation>{value} 无效。</translation>
    </message>
    <message>
        <source>This number goes from {lowest} to {highest}.</source>
        <translation>这个数的范围是 {lowest} 到 {highest}。</translation>
    </message>
    <message>
        <source>Type a number between them.</source>
        <translation>请输入这个范围内的数。</translation>
    </message>
    <message>
        <source>The training set has only {count} images.</source>
        <translation>训练集只有 {count} 张图像。</translation>
    </message>
    <message>
        <source>At least six are needed, because every sixth is kept aside for validation.</source>
        <translation>至少需要六张，因为每六张要留出一张用于验证。</translation>
    </message>
    <message>
        <source>Please choose a larger set of images.</source>
        <translation>请选择更大的图像集。</translation>
    </message>
    <message>
        <source>{file} is incomplete.</source>
        <translation>{file} 不完整。</translation>
    </message>
    <message>
        <source>It ends before all of its content has come, as after an interrupted copy.</source>
        <translation>内容没有结束就中断了，像是复制时被打断。</translation>
    </message>
    <message>
        <source>Please copy or download it again.</source>
        <translation>请重新复制或下载。</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>无法读取 {file}。</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>系统提示：{reason}。</translation>
    </message>
    <message>
        <source>Please check the drive and that you may read this file, or choose another one.</source>
        <translation>请检查驱动器以及你是否有权读取此文件，或选择其他文件。</translation>
    </message>
    <message>
        <source>{file} is missing.</source>
        <translation>找不到 {file}。</translation>
    </message>
    <message>
        <source>There is no file of this name there.</source>
        <translation>那里没有这个名称的文件。</translation>
    </message>
    <message>
        <source>Please check the folder, or choose another one.</source>
        <translation>请检查文件夹，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} 已损坏。</translation>
    </message>
    <message>
        <source>Its compressed content does not fit its own checksum.</source>
        <translation>压缩内容与其自身的校验和不符。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空的。</translation>
    </message>
    <message>
        <source>Its header announces no items at all.</source>
        <translation>文件头表明其中没有任何内容。</translation>
    </message>
    <message>
        <source>Please choose another file or folder.</source>
        <translation>请选择其他文件或文件夹。</translation>
    </message>
    <message>
        <source>{file} is too large.</source>
        <translation>{file} 太大。</translation>
    </message>
    <message>
        <source>Its header announces {size}, and at most {limit} bytes are read.</source>
        <translation>文件头声明的大小是 {size}，而最多读取 {limit} 字节。</translation>
    </message>
    <message>
        <source>If this is the file that you meant, please copy or download it again.</source>
        <translation>如果确实是这个文件，请重新复制或下载。</translation>
    </message>
    <message>
        <source>{file} is not an IDX file.</source>
        <translation>{file} 不是 IDX 文件。</translation>
    </message>
    <message>
        <source>It does not begin with IDX&apos;s magic number, so it is damaged or something else.</source>
        <translation>它不以 IDX 的魔数开头，可能已损坏，或是别的文件。</translation>
    </message>
    <message>
        <source>Please choose MNIST&apos;s own files, or download MNIST again.</source>
        <translation>请选择 MNIST 自己的文件，或重新下载 MNIST。</translation>
    </message>
    <message>
        <source>{file} holds numbers of another kind.</source>
        <translation>{file} 中的数是另一种类型。</translation>
    </message>
    <message>
        <source>Its IDX type is {type_code}, and images and labels are unsigned bytes, 0x08.</source>
        <translation>它的 IDX 类型是 {type_code}，而图像和标签应为无符号字节 0x08。</translation>
    </message>
    <message>
        <source>{file} is longer than it should be.</source>
        <translation>{file} 比应有的长。</translation>
    </message>
    <message>
        <source>Its header announces {size} bytes, and more follow.</source>
        <translation>文件头声明的大小是 {size} 字节，后面却还有内容。</translation>
    </message>
    <message>
        <source>{server}: {reason}</source>
        <translation>{server}：{reason}</translation>
    </message>
    <message>
        <source>{before}; {after}</source>
        <translation>{before}；{after}</translation>
    </message>
    <message>
        <source>sent a web page instead</source>
        <translation>发来的是网页</translation>
    </message>
    <message>
        <source>sent a damaged or different file</source>
        <translation>发来的文件已损坏，或不是所需的文件</translation>
    </message>
    <message>
        <source>MNIST could not be downloaded.</source>
        <translation>无法下载 MNIST。</translation>
    </message>
    <message>
        <source>No server delivered {file} ({problems}).</source>
        <translation>没有服务器提供 {file}（{problems}）。</translation>
    </message>
    <message>
        <source>Please check the network and try again; what has arrived is kept. Or copy MNIST&apos;s four files from another computer and choose their folder.</source>
        <translation>请检查网络后重试；已下载的部分会保留。也可以从别的电脑复制 MNIST 的四个文件，然后选择所在文件夹。</translation>
    </message>
    <message>
        <source>MNIST could not be saved in {folder}.</source>
        <translation>无法把 MNIST 保存到 {folder}。</translation>
    </message>
    <message>
        <source>The disk is full, or your share of it is.</source>
        <translation>磁盘已满，或你的配额已用完。</translation>
    </message>
    <message>
        <source>Please free 12 MB there and try again.</source>
        <translation>请在那里腾出 12 MB 后重试。</translation>
    </message>
    <message>
        <source>Please make the folder writable, or choose a folder that has MNIST already.</source>
        <translation>请让该文件夹可写，或选择已有 MNIST 的文件夹。</translation>
    </message>
    <message>
        <source>{file} has another form than expected.</source>
        <translation>{file} 的格式与预期不同。</translation>
    </message>
    <message>
        <source>It has {count} sets of images; three are expected, to train, validate and test.</source>
        <translation>其中有 {count} 组图像；应有三组，分别用于训练、验证和测试。</translation>
    </message>
    <message>
        <source>Please choose another file, or download MNIST again.</source>
        <translation>请选择其他文件，或重新下载 MNIST。</translation>
    </message>
    <message>
        <source>No digits were found in {place}.</source>
        <translation>在 {place} 中没有找到数字图像。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这样的文件或文件夹。</translation>
    </message>
    <message>
        <source>Please check the name, or choose another folder.</source>
        <translation>请检查名称，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>MNIST in {place} is incomplete.</source>
        <translation>{place} 中的 MNIST 不完整。</translation>
    </message>
    <message>
        <source>Of its four files these are missing: {missing}.</source>
        <translation>四个文件中缺少：{missing}。</translation>
    </message>
    <message>
        <source>Please copy them into the same folder, or download MNIST.</source>
        <translation>请把它们复制到同一个文件夹，或下载 MNIST。</translation>
    </message>
    <message>
        <source>It has neither MNIST&apos;s four IDX files nor mnist.json.gz nor mnist.npz.</source>
        <translation>那里既没有 MNIST 的四个 IDX 文件，也没有 mnist.json.gz 或 mnist.npz。</translation>
    </message>
    <message>
        <source>Please choose the folder that holds them, or download MNIST.</source>
        <translation>请选择包含它们的文件夹，或下载 MNIST。</translation>
    </message>
    <message>
        <source>{file} is no set of digits that can be opened.</source>
        <translation>{file} 不是可以打开的数字图像集。</translation>
    </message>
    <message>
        <source>Its content is neither IDX nor JSON nor NumPy&apos;s npz.</source>
        <translation>其内容既不是 IDX，也不是 JSON，也不是 NumPy 的 npz。</translation>
    </message>
    <message>
        <source>Please choose MNIST&apos;s four files, mnist.json.gz or mnist.npz.</source>
        <translation>请选择 MNIST 的四个文件、mnist.json.gz 或 mnist.npz。</translation>
    </message>
    <message>
        <source>{file} does not hold images of 28 × 28.</source>
        <translation>{file} 中的图像不是 28 × 28。</translation>
    </message>
    <message>
        <source>Its sizes are {shape}; expected are any number of images of 28 × 28.</source>
        <translation>其尺寸是 {shape}；应为任意数量的 28 × 28 图像。</translation>
    </message>
    <message>
        <source>The images and the labels in {file} do not belong together.</source>
        <translation>{file} 中的图像和标签不匹配。</translation>
    </message>
    <message>
        <source>There are {image_count} images and {label_count} labels; each image needs one.</source>
        <translation>有 {image_count} 张图像和 {label_count} 个标签；每张图像需要一个标签。</translation>
    </message>
    <message>
        <source>Please copy or download both again, from the same place.</source>
        <translation>请从同一来源重新复制或下载这两个文件。</translation>
    </message>
    <message>
        <source>One of its sets has no images at all.</source>
        <translation>其中一组没有任何图像。</translation>
    </message>
    <message>
        <source>{file} has labels that are no digits.</source>
        <translation>{file} 中的标签不是数字 0 到 9。</translation>
    </message>
    <message>
        <source>Labels are the whole numbers from 0 to 9, and here they go from {low} to {high}.</source>
        <translation>标签应为 0 到 9 的整数，而这里是从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>Please choose a set with ten classes, or download MNIST again.</source>
        <translation>请选择有十个类别的数据集，或重新下载 MNIST。</translation>
    </message>
    <message>
        <source>{file} cannot be understood.</source>
        <translation>无法理解 {file}。</translation>
    </message>
    <message>
        <source>It is not JSON made of lists of numbers, or it is damaged or incomplete.</source>
        <translation>它不是由数值列表组成的 JSON，或者已损坏、不完整。</translation>
    </message>
    <message>
        <source>Please copy it again, or choose another file.</source>
        <translation>请重新复制，或选择其他文件。</translation>
    </message>
    <message>
        <source>Expected are training, validation and test set, each a list of images followed by its labels.</source>
        <translation>应有训练集、验证集和测试集，每组是图像列表后跟标签。</translation>
    </message>
    <message>
        <source>{file} holds images of another size.</source>
        <translation>{file} 中的图像是另一种尺寸。</translation>
    </message>
    <message>
        <source>An image or a row of one has {count} numbers; images of 28 × 28 = 784 are expected.</source>
        <translation>某张图像或其中一行有 {count} 个数；应为 28 × 28 = 784 的图像。</translation>
    </message>
    <message>
        <source>{file} holds images that cannot be shown.</source>
        <translation>{file} 中的图像无法显示。</translation>
    </message>
    <message>
        <source>Its grey values are neither 0 to 255 nor the same 256 steps between 0 and 1.</source>
        <translation>其灰度值既不是 0 到 255，也不是 0 到 1 之间的 256 级。</translation>
    </message>
    <message>
        <source>Please choose a file whose images were not shifted or normalised.</source>
        <translation>请选择图像未经平移或归一化的文件。</translation>
    </message>
    <message>
        <source>Labels are the whole numbers from 0 to 9.</source>
        <translation>标签是 0 到 9 的整数。</translation>
    </message>
    <message>
        <source>It holds more than {limit} images.</source>
        <translation>其中的图像多于 {limit} 张。</translation>
    </message>
    <message>
        <source>Please choose a smaller set.</source>
        <translation>请选择小一些的集合。</translation>
    </message>
    <message>
        <source>Grey values go from 0 to 255, and some of these lie outside.</source>
        <translation>灰度值应在 0 到 255 之间，而这里有一些越界。</translation>
    </message>
    <message>
        <source>It is not a whole zip file of NumPy arrays.</source>
        <translation>它不是完整的 NumPy 数组 zip 文件。</translation>
    </message>
    <message>
        <source>{file} has no array named {name}.</source>
        <translation>{file} 中没有名为 {name} 的数组。</translation>
    </message>
    <message>
        <source>Four arrays are expected: x_train, y_train, x_test and y_test.</source>
        <translation>应有四个数组：x_train、y_train、x_test 和 y_test。</translation>
    </message>
    <message>
        <source>Its array {name} is larger than {limit} bytes.</source>
        <translation>其中的数组 {name} 大于 {limit} 字节。</translation>
    </message>
    <message>
        <source>Please choose a smaller set, with unsigned bytes for the images.</source>
        <translation>请选择小一些的集合，图像用无符号字节。</translation>
    </message>
    <message>
        <source>Its array {name} is of type {kind}, and whole numbers are expected.</source>
        <translation>其中的数组 {name} 的类型是 {kind}，应为整数。</translation>
    </message>
    <message>
        <source>{value:g} was not taken as a probability.</source>
        <translation>{value:g} 不是有效的概率。</translation>
    </message>
    <message>
        <source>A probability is a number from 0 to 1.</source>
        <translation>概率是 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>Type a number such as 0.25; the other bars make room for it.</source>
        <translation>请输入例如 0.25 的数；其他柱会相应让出概率。</translation>
    </message>
    <message>
        <source>These numbers were not taken as a distribution.</source>
        <translation>这些数不是有效的概率分布。</translation>
    </message>
    <message>
        <source>Probabilities of all outcomes sum to 1, and these sum to {total:g}.</source>
        <translation>所有结果的概率之和应为 1，而这里是 {total:g}。</translation>
    </message>
    <message>
        <source>Divide each by their sum.</source>
        <translation>请把每个数除以它们的和。</translation>
    </message>
    <message>
        <source>{file} could not be opened as a table of cases.</source>
        <translation>无法把 {file} 作为样本表打开。</translation>
    </message>
    <message>
        <source>Please check the folder, or choose another file.</source>
        <translation>请检查文件夹，或选择其他文件。</translation>
    </message>
    <message>
        <source>Please check that the file is there and that you may read it.</source>
        <translation>请检查文件是否存在，以及你是否有权读取。</translation>
    </message>
    <message>
        <source>The cases could not be saved to {file}.</source>
        <translation>无法把样本保存到 {file}。</translation>
    </message>
    <message>
        <source>Nothing was changed there. Choose another folder or free some space.</source>
        <translation>那里没有任何改动。请选择其他文件夹，或腾出一些空间。</translation>
    </message>
    <message>
        <source>It is not text in UTF-8, in UTF-16 with a byte order mark, or in GBK.</source>
        <translation>它不是 UTF-8、带字节顺序标记的 UTF-16 或 GBK 编码的文本。</translation>
    </message>
    <message>
        <source>In your spreadsheet, please save the table as “CSV UTF-8” and open that file.</source>
        <translation>请在电子表格软件中把表另存为“CSV UTF-8”，再打开那个文件。</translation>
    </message>
    <message>
        <source>It holds more than {limit} cases, or more than {megabytes} MB.</source>
        <translation>其中的样本多于 {limit} 个，或者文件大于 {megabytes} MB。</translation>
    </message>
    <message>
        <source>Please keep at most {limit} rows, a random sample for example, and open it again.</source>
        <translation>请最多保留 {limit} 行（例如随机抽取一部分），然后重新打开。</translation>
    </message>
    <message>
        <source>Near line {line}, a text in quotation marks does not end where its cell ends, or a cell has no end.</source>
        <translation>在第 {line} 行附近，引号中的文字没有在单元格结束处结束，或单元格没有结束。</translation>
    </message>
    <message>
        <source>Please write a quotation mark inside such a text twice, or leave it out.</source>
        <translation>请把这类文字中的引号写两次，或去掉引号。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>它是空的。</translation>
    </message>
    <message>
        <source>The first line names the columns, as in “tumour size (cm),class”; each further line is one case, as in “2.5,benign”.</source>
        <translation>第一行是列名，如“tumour size (cm),class”；之后每行一个样本，如“2.5,benign”。</translation>
    </message>
    <message>
        <source>It has one line, which names the columns, and no cases.</source>
        <translation>只有一行列名，没有样本。</translation>
    </message>
    <message>
        <source>Please add a line for each case, as in “2.5,benign”.</source>
        <translation>请为每个样本添加一行，如“2.5,benign”。</translation>
    </message>
    <message>
        <source>Line {line} has a single column, where a number and a class are expected.</source>
        <translation>第 {line} 行只有一列，而应有一个数和一个类别。</translation>
    </message>
    <message>
        <source>Please separate the columns with commas, semicolons or tabs.</source>
        <translation>请用逗号、分号或制表符分隔各列。</translation>
    </message>
    <message>
        <source>Line {line} should name the columns, but it has “{cell}” for a name.</source>
        <translation>第 {line} 行应是列名，但其中有“{cell}”。</translation>
    </message>
    <message>
        <source>Please put a line such as “tumour size (cm),class” above the cases.</source>
        <translation>请在样本上方加一行列名，如“tumour size (cm),class”。</translation>
    </message>
    <message>
        <source>Line {line} has {cells} cells, but the first line names {columns} columns.</source>
        <translation>第 {line} 行有 {cells} 个单元格，而第一行命名了 {columns} 列。</translation>
    </message>
    <message>
        <source>Please complete or remove that line. Numbers with a decimal comma need semicolons or tabs between the columns.</source>
        <translation>请补全或删除该行。带小数逗号的数，列之间要用分号或制表符分隔。</translation>
    </message>
    <message>
        <source>Line {line} has “{cell}” in the column “{column}”, where a number is expected.</source>
        <translation>第 {line} 行的“{column}”列中是“{cell}”，而这里应为数值。</translation>
    </message>
    <message>
        <source>Please correct or remove that line. Sizes are taken from the first column with numbers, classes from the last column.</source>
        <translation>请改正或删除该行。数值取自第一个数字列，类别取自最后一列。</translation>
    </message>
    <message>
        <source>Line {line} has “{cell}” in the column “{column}”: no number, or none that can be drawn.</source>
        <translation>第 {line} 行的“{column}”列中是“{cell}”：不是数值，或是无法画出的数值。</translation>
    </message>
    <message>
        <source>Please remove that line, or write its size as a number below 1e100.</source>
        <translation>请删除该行，或把数值改为小于 1e100。</translation>
    </message>
    <message>
        <source>Line {line} has nothing in the last column, “{column}”, which tells the class.</source>
        <translation>第 {line} 行的最后一列“{column}”（表示类别）是空的。</translation>
    </message>
    <message>
        <source>Please complete or remove that line.</source>
        <translation>请补全或删除该行。</translation>
    </message>
    <message>
        <source>The last column, “{column}”, tells the class, and line {line} brings a third one: “{third}” besides “{first}” and “{second}”.</source>
        <translation>最后一列“{column}”表示类别，而第 {line} 行出现了第三个类别：除“{first}”和“{second}”之外还有“{third}”。</translation>
    </message>
    <message>
        <source>Please keep two classes, spelled alike throughout, and put them in the last column.</source>
        <translation>请只保留两个类别，写法前后一致，并放在最后一列。</translation>
    </message>
    <message>
        <source>It holds a single case, through which any curve can be drawn.</source>
        <translation>其中只有一个样本，任何曲线都可以穿过它。</translation>
    </message>
    <message>
        <source>Please add cases until there are some of both classes.</source>
        <translation>请添加样本，让两个类别都有一些。</translation>
    </message>
    <message>
        <source>All its cases are of the class “{name}”, so there is nothing to tell apart.</source>
        <translation>所有样本都属于类别“{name}”，没有可区分的。</translation>
    </message>
    <message>
        <source>Please add cases of the other class. Classes are taken from the last column.</source>
        <translation>请添加另一类别的样本。类别取自最后一列。</translation>
    </message>
    <message>
        <source>All numbers in the column “{column}” are equal, to nine digits, so they tell nothing about the class.</source>
        <translation>“{column}”列中的数（精确到九位）全都相等，因此说明不了类别。</translation>
    </message>
    <message>
        <source>Please add cases with other numbers, or put another column first.</source>
        <translation>请添加数值不同的样本，或把另一列放在前面。</translation>
    </message>
    <message>
        <source>The path of the training spans no plane.</source>
        <translation>训练路径不能张成平面。</translation>
    </message>
    <message>
        <source>Two earlier states in different directions are needed, and there are {count} to choose from.</source>
        <translation>需要两个方向不同的先前状态，而可选的只有 {count} 个。</translation>
    </message>
    <message>
        <source>Train for some more steps, or choose random directions.</source>
        <translation>请再训练一些步，或选择随机方向。</translation>
    </message>
    <message>
        <source>The landscape&apos;s setting “{name}” cannot be {value}.</source>
        <translation>损失地形的设置“{name}”不能是 {value}。</translation>
    </message>
    <message>
        <source>Its allowed values are: {allowed}.</source>
        <translation>允许的值：{allowed}。</translation>
    </message>
    <message>
        <source>Choose one of those and compute it again.</source>
        <translation>请选择其中之一，然后重新计算。</translation>
    </message>
    <message>
        <source>There is no landscape around this network.</source>
        <translation>这个网络周围没有损失地形。</translation>
    </message>
    <message>
        <source>Some of its weights are not finite numbers: its training has diverged.</source>
        <translation>它的一些权重不是有限的数：训练已经发散。</translation>
    </message>
    <message>
        <source>Train it again with a lower learning rate.</source>
        <translation>请用更小的学习率重新训练。</translation>
    </message>
    <message>
        <source>A box with {whites} white and {blues} blue balls was not taken.</source>
        <translation>盒子中不能有 {whites} 个白球和 {blues} 个蓝球。</translation>
    </message>
    <message>
        <source>A box here holds 0 to {most} balls of each colour.</source>
        <translation>这里的盒子每种颜色可放 0 到 {most} 个球。</translation>
    </message>
    <message>
        <source>Choose counts within that range.</source>
        <translation>请选择这个范围内的个数。</translation>
    </message>
    <message>
        <source>The last ball stays in the box.</source>
        <translation>最后一个球要留在盒子里。</translation>
    </message>
    <message>
        <source>Nothing can be drawn from an empty box.</source>
        <translation>空盒子里什么也抽不出来。</translation>
    </message>
    <message>
        <source>Put a ball of the other colour in first.</source>
        <translation>请先放入另一种颜色的球。</translation>
    </message>
    <message>
        <source>{prior:g} was not taken as a prior.</source>
        <translation>{prior:g} 不是有效的先验。</translation>
    </message>
    <message>
        <source>A prior is a probability: a number from 0 to 1.</source>
        <translation>先验是概率：0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>Type a number such as 0.5.</source>
        <translation>请输入例如 0.5 的数。</translation>
    </message>
    <message>
        <source>A table of {count} samples was not taken.</source>
        <translation>样本表不能有 {count} 个样本。</translation>
    </message>
    <message>
        <source>It holds 1 to {most} samples, so that each can be seen.</source>
        <translation>这里可放 1 到 {most} 个样本，这样每个都看得清。</translation>
    </message>
    <message>
        <source>Remove one before you add another, and leave one.</source>
        <translation>请先删除一个再添加，并至少留一个。</translation>
    </message>
    <message>
        <source>The score {score} was not taken.</source>
        <translation>得分 {score} 无效。</translation>
    </message>
    <message>
        <source>Scores go from −{most:g} to {most:g} here.</source>
        <translation>这里的得分范围是 −{most:g} 到 {most:g}。</translation>
    </message>
    <message>
        <source>Type a number within that range, for example 2.5.</source>
        <translation>请输入范围内的数，例如 2.5。</translation>
    </message>
    <message>
        <source>The label {label} was not taken.</source>
        <translation>标签 {label} 无效。</translation>
    </message>
    <message>
        <source>There are two classes here.</source>
        <translation>这里有两个类别。</translation>
    </message>
    <message>
        <source>Type 0 or 1.</source>
        <translation>请输入 0 或 1。</translation>
    </message>
    <message>
        <source>number of points</source>
        <translation>点的个数</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>ridge strength</source>
        <translation>岭回归强度</translation>
    </message>
    <message>
        <source>Without it there is nothing that a curve could be fitted to.</source>
        <translation>没有它就没有可供拟合的点。</translation>
    </message>
    <message>
        <source>training share</source>
        <translation>训练比例</translation>
    </message>
    <message>
        <source>The last training point stays.</source>
        <translation>最后一个训练点保留。</translation>
    </message>
    <message>
        <source>Add another training point first.</source>
        <translation>请先再添加一个训练点。</translation>
    </message>
    <message>
        <source>No point was added.</source>
        <translation>没有添加点。</translation>
    </message>
    <message>
        <source>There are {count} already, as many as can be shown well.</source>
        <translation>已经有 {count} 个了，再多就看不清。</translation>
    </message>
    <message>
        <source>Remove one first.</source>
        <translation>请先删除一个。</translation>
    </message>
    <message>
        <source>The {name} {value:g} was not taken.</source>
        <translation>“{name}”不能是 {value:g}。</translation>
    </message>
    <message>
        <source>It goes from {lowest:g} to {highest:g} here.</source>
        <translation>这里的范围是 {lowest:g} 到 {highest:g}。</translation>
    </message>
    <message>
        <source>Give a number in this range.</source>
        <translation>请输入这个范围内的数。</translation>
    </message>
    <message>
        <source>The runs could not be written to {path}.</source>
        <translation>无法把训练结果写入 {path}。</translation>
    </message>
    <message>
        <source>“{key}” was not taken.</source>
        <translation>“{key}”无效。</translation>
    </message>
    <message>
        <source>Correct it where it is written, or leave it out.</source>
        <translation>请在文件中改正，或删去它。</translation>
    </message>
    <message>
        <source>Expected is a number from {low:g} to {high:g}; it is {found}.</source>
        <translation>应为 {low:g} 到 {high:g} 的数，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a whole number from {low} to {high}; it is {found}.</source>
        <translation>应为 {low} 到 {high} 的整数，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is one of {allowed}; it is {found}.</source>
        <translation>应为 {allowed} 之一，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is true or false; it is {found}.</source>
        <translation>应为 true 或 false，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a text of at most {most} characters; it is {found}.</source>
        <translation>应为最多 {most} 个字符的文字，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a list of {least} to {most} numbers from {low:g} to {high:g}; it is {found}.</source>
        <translation>应为 {least} 到 {most} 个数组成的列表，每个数在 {low:g} 到 {high:g} 之间，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a list of {least} to {most} whole numbers from {low} to {high}; it is {found}.</source>
        <translation>应为 {least} 到 {most} 个整数组成的列表，每个数在 {low} 到 {high} 之间，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a list of at most {most} names out of {allowed}; it is {found}.</source>
        <translation>应为最多 {most} 个名称组成的列表，名称取自 {allowed}，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a list of {least} to {most} times true or false; it is {found}.</source>
        <translation>应为 {least} 到 {most} 个 true 或 false 组成的列表，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a list of {least} to {most} texts of at most {longest} characters; it is {found}.</source>
        <translation>应为 {least} 到 {most} 段文字组成的列表，每段最多 {longest} 个字符，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a list of {least} to {most} lists of {width} numbers from {low:g} to {high:g}; it is {found}.</source>
        <translation>应为 {least} 到 {most} 个列表组成的列表，每个列表有 {width} 个在 {low:g} 到 {high:g} 之间的数，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected are names with values; it is {found}.</source>
        <translation>应为名称及其值，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a list of {least} to {most} entries of names with values; it is {found}.</source>
        <translation>应为 {least} 到 {most} 项组成的列表，每项是名称及其值，而这里是 {found}。</translation>
    </message>
    <message>
        <source>There is no such name here. Known are {known}.</source>
        <translation>这里没有这个名称。可用的有 {known}。</translation>
    </message>
    <message>
        <source>It has a character that no file can hold: {found}.</source>
        <translation>其中有文件无法保存的字符：{found}。</translation>
    </message>
    <message>
        <source>“{value}” is not a finite number, so nothing can be computed with it.</source>
        <translation>“{value}”不是有限的数，无法用它计算。</translation>
    </message>
    <message>
        <source>{value} lies outside of the range that this page works with.</source>
        <translation>{value} 超出了本页可用的范围。</translation>
    </message>
    <message>
        <source>The logits stayed as they were.</source>
        <translation>logits 未改变。</translation>
    </message>
    <message>
        <source>Logits go from {low} to {high} here; please choose a number between.</source>
        <translation>这里 logits 的范围是 {low} 到 {high}；请选择其间的数。</translation>
    </message>
    <message>
        <source>The temperature stayed as it was.</source>
        <translation>温度未改变。</translation>
    </message>
    <message>
        <source>Temperatures go from {low} to {high} here; please choose a number between.</source>
        <translation>这里温度的范围是 {low} 到 {high}；请选择其间的数。</translation>
    </message>
    <message>
        <source>The targets stayed as they were.</source>
        <translation>目标未改变。</translation>
    </message>
    <message>
        <source>A target is a probability; please choose a number between {low} and {high}.</source>
        <translation>目标是概率；请选择 {low} 到 {high} 之间的数。</translation>
    </message>
    <message>
        <source>The label smoothing stayed as it was.</source>
        <translation>标签平滑未改变。</translation>
    </message>
    <message>
        <source>Smoothing goes from {low} to {high} here; please choose a number between.</source>
        <translation>这里标签平滑的范围是 {low} 到 {high}；请选择其间的数。</translation>
    </message>
    <message>
        <source>The learning rate stayed as it was.</source>
        <translation>学习率未改变。</translation>
    </message>
    <message>
        <source>Learning rates go from {low} to {high} here; please choose a number between.</source>
        <translation>这里学习率的范围是 {low} 到 {high}；请选择其间的数。</translation>
    </message>
    <message>
        <source>The number of classes stayed as it was.</source>
        <translation>类别数未改变。</translation>
    </message>
    <message>
        <source>Please choose between {low} and {high} classes.</source>
        <translation>请选择 {low} 到 {high} 个类别。</translation>
    </message>
    <message>
        <source>The network stayed as it was.</source>
        <translation>网络未改变。</translation>
    </message>
    <message>
        <source>Features, weights and biases go from {low} to {high} here; please choose a number between.</source>
        <translation>这里特征、权重和偏置的范围是 {low} 到 {high}；请选择其间的数。</translation>
    </message>
    <message>
        <source>The class kept its name.</source>
        <translation>类别名称未改变。</translation>
    </message>
    <message>
        <source>An empty name could not be told apart from a missing one.</source>
        <translation>空名称与没有名称无法区分。</translation>
    </message>
    <message>
        <source>The new name has {count} characters, too many for the labels of the bars.</source>
        <translation>新名称有 {count} 个字符，柱的标签放不下。</translation>
    </message>
    <message>
        <source>Another class is called “{name}” already.</source>
        <translation>已有另一个类别叫“{name}”。</translation>
    </message>
    <message>
        <source>Please choose a name of 1 to {longest} characters that no other class has.</source>
        <translation>请选择 1 到 {longest} 个字符、且与其他类别不同的名称。</translation>
    </message>
    <message>
        <source>The new ones add up to {total}, but probabilities of all classes add up to 1.</source>
        <translation>新的目标之和为 {total}，而所有类别的概率之和应为 1。</translation>
    </message>
    <message>
        <source>Please change them until their sum is 1, or drag one bar: the others then follow.</source>
        <translation>请修改到和为 1，或拖动一根柱：其他柱会跟着变。</translation>
    </message>
    <message>
        <source>The numbers stayed as they were.</source>
        <translation>这些数未改变。</translation>
    </message>
    <message>
        <source>{count} came in, but there are {expected} classes.</source>
        <translation>收到 {count} 个数，而类别有 {expected} 个。</translation>
    </message>
    <message>
        <source>Please give one number for each class.</source>
        <translation>请为每个类别给一个数。</translation>
    </message>
    <message>
        <source>The classes stayed as they were.</source>
        <translation>类别未改变。</translation>
    </message>
    <message>
        <source>Their number and names come from another page as long as the logits do.</source>
        <translation>logits 来自另一页时，类别的个数和名称也来自那里。</translation>
    </message>
    <message>
        <source>Please set the source of the logits to “by hand” first.</source>
        <translation>请先把 logits 的来源设为“手动”。</translation>
    </message>
    <message>
        <source>The run could not be saved to {path}.</source>
        <translation>无法把训练结果保存到 {path}。</translation>
    </message>
    <message>
        <source>Nothing was changed there. Start again with a smaller learning rate.</source>
        <translation>那里没有任何改动。请用更小的学习率重新开始。</translation>
    </message>
    <message>
        <source>Its contents are not those of a lossviz run.</source>
        <translation>其内容不是 lossviz 的训练结果。</translation>
    </message>
    <message>
        <source>The CPU is used, because the GPU does not work here. PyTorch says: “{reason}”.</source>
        <translation>改用 CPU，因为这里的 GPU 不能用。PyTorch 提示：“{reason}”。</translation>
    </message>
    <message>
        <source>The CPU is used, because the memory of the GPU has run out.</source>
        <translation>改用 CPU，因为 GPU 的内存已用尽。</translation>
    </message>
    <message>
        <source>Its weights are of another network ({layer}).</source>
        <translation>其中的权重属于另一个网络（{layer}）。</translation>
    </message>
    <message>
        <source>Its layer {layer} is of another size.</source>
        <translation>其中的层 {layer} 尺寸不同。</translation>
    </message>
    <message>
        <source>Its layer {layer} holds numbers that are not finite.</source>
        <translation>其中的层 {layer} 含有非有限的数。</translation>
    </message>
    <message>
        <source>It is far larger than any run of these networks.</source>
        <translation>它比这些网络的任何训练结果都大得多。</translation>
    </message>
    <message>
        <source>The run {path} could not be read.</source>
        <translation>无法读取训练结果 {path}。</translation>
    </message>
    <message>
        <source>Check that the file is there and that you may read it.</source>
        <translation>请检查文件是否存在，以及你是否有权读取。</translation>
    </message>
    <message>
        <source>It was not written by lossviz, or its end is missing.</source>
        <translation>它不是由 lossviz 写成的，或者结尾缺失。</translation>
    </message>
    <message>
        <source>Its checksum is wrong: some of its bytes have changed.</source>
        <translation>校验和不符：有些字节已改变。</translation>
    </message>
    <message>
        <source>{path} could not be opened as a run.</source>
        <translation>无法把 {path} 作为训练结果打开。</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose a file that lossviz saved, or a fresh copy of it.</source>
        <translation>没有任何改动。请选择 lossviz 保存的文件，或重新复制一份。</translation>
    </message>
    <message>
        <source>The training setting “{name}” cannot be {value}.</source>
        <translation>训练设置“{name}”不能是 {value}。</translation>
    </message>
    <message>
        <source>Choose one of those and start again.</source>
        <translation>请选择其中之一，然后重新开始。</translation>
    </message>
    <message>
        <source>The run stopped at step {step}: its numbers have left all bounds.</source>
        <translation>训练在第 {step} 步停止：数值已失控。</translation>
    </message>
    <message>
        <source>With a learning rate of {learning_rate:g} each step overshoots the valley, and the network&apos;s outputs have become so large that the loss can teach it nothing more.</source>
        <translation>学习率为 {learning_rate:g} 时每一步都会越过谷底，网络的输出已经大到损失无法再提供有用的梯度。</translation>
    </message>
    <message>
        <source>Start again with a smaller learning rate, for example a tenth of it.</source>
        <translation>请用更小的学习率重新开始，例如十分之一。</translation>
    </message>
    <message>
        <source>The run cannot start with batches of {batch_size} images.</source>
        <translation>训练无法以 {batch_size} 张图像的批次开始。</translation>
    </message>
    <message>
        <source>The training set has only {images}, so not even one batch can be filled.</source>
        <translation>训练集只有 {images} 张，连一批都装不满。</translation>
    </message>
    <message>
        <source>Choose a batch size of {images} or less, or more training images.</source>
        <translation>请选择不超过 {images} 的批次大小，或更多训练图像。</translation>
    </message>
    <message>
        <source>A comparison of {count} variants cannot be started.</source>
        <translation>无法开始 {count} 个变体的比较。</translation>
    </message>
    <message>
        <source>It takes from {fewest} to {most}: more could not be told apart in one plot.</source>
        <translation>可比较 {fewest} 到 {most} 个：再多就无法在一张图中区分。</translation>
    </message>
    <message>
        <source>Add or remove variants.</source>
        <translation>请添加或删除变体。</translation>
    </message>
    <message>
        <source>These variants cannot be compared: their “{name}” differs ({values}).</source>
        <translation>这些变体无法比较：它们的“{name}”不同（{values}）。</translation>
    </message>
    <message>
        <source>A comparison is fair only if all variants see the same images in the same order.</source>
        <translation>只有所有变体按同样的顺序看到同样的图像，比较才公平。</translation>
    </message>
    <message>
        <source>Give all variants the same “{name}”.</source>
        <translation>请给所有变体相同的“{name}”。</translation>
    </message>
    <message>
        <source>Two of the variants are the same.</source>
        <translation>有两个变体是一样的。</translation>
    </message>
    <message>
        <source>They begin with the same weights and see the same batches, so they would stay alike.</source>
        <translation>它们从相同的权重开始，看到相同的批次，因此会一直相同。</translation>
    </message>
    <message>
        <source>Choose something else for one of them, or remove it.</source>
        <translation>请给其中一个换个选择，或删除它。</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>没有粘贴任何内容。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Copy a picture first, or open an image file.</source>
        <translation>请先复制一张图片，或打开图像文件。</translation>
    </message>
    <message>
        <source>The seed {seed} was not taken.</source>
        <translation>种子 {seed} 无效。</translation>
    </message>
    <message>
        <source>A seed here is a whole number from {low} to {high}.</source>
        <translation>这里的种子是 {low} 到 {high} 的整数。</translation>
    </message>
    <message>
        <source>Type a number within that range.</source>
        <translation>请输入这个范围内的数。</translation>
    </message>
    <message>
        <source>No ball was drawn.</source>
        <translation>没有抽球。</translation>
    </message>
    <message>
        <source>{most} balls lie on the table, and it holds no more.</source>
        <translation>桌上已有 {most} 个球，再也放不下了。</translation>
    </message>
    <message>
        <source>Put them back to begin anew.</source>
        <translation>请把球放回，重新开始。</translation>
    </message>
    <message>
        <source>{share:g} was not taken as the share of blue.</source>
        <translation>{share:g} 不是有效的蓝球比例。</translation>
    </message>
    <message>
        <source>A share is a probability: a number from 0 to 1.</source>
        <translation>比例是概率：0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>Class {label} was not taken.</source>
        <translation>类别 {label} 无效。</translation>
    </message>
    <message>
        <source>The classes of these samples are numbered from 0 to {last}.</source>
        <translation>这些样本的类别编号是 0 到 {last}。</translation>
    </message>
    <message>
        <source>Type one of these numbers.</source>
        <translation>请输入其中一个编号。</translation>
    </message>
    <message>
        <source>{name} = {value} was not taken.</source>
        <translation>{name} = {value} 无效。</translation>
    </message>
    <message>
        <source>Here it goes from {lowest:g} to {highest:g}.</source>
        <translation>这里的范围是 {lowest:g} 到 {highest:g}。</translation>
    </message>
    <message>
        <source>It has {length} shares and p has {count}: each outcome has one of both.</source>
        <translation>它有 {length} 个概率，而 p 有 {count} 个：每种结果在两者中各有一个。</translation>
    </message>
    <message>
        <source>{count} outcomes were not taken.</source>
        <translation>不能有 {count} 种结果。</translation>
    </message>
    <message>
        <source>The bars have room for {least} to {most}.</source>
        <translation>柱形图放得下 {least} 到 {most} 种。</translation>
    </message>
    <message>
        <source>Choose a number within that range.</source>
        <translation>请选择这个范围内的数。</translation>
    </message>
    <message>
        <source>Expected are names with values below one of {known}.</source>
        <translation>应为 {known} 之一下面的名称及其值。</translation>
    </message>
    <message>
        <source>The curves could not be written to {path}.</source>
        <translation>无法把曲线写入 {path}。</translation>
    </message>
    <message>
        <source>Choose another folder or free some space.</source>
        <translation>请选择其他文件夹，或腾出一些空间。</translation>
    </message>
    <message>
        <source>The run and its curves cannot both be written to {path}.</source>
        <translation>训练和它的曲线不能都写入 {path}。</translation>
    </message>
    <message>
        <source>The one would overwrite the other.</source>
        <translation>其中一个会覆盖另一个。</translation>
    </message>
    <message>
        <source>Give --save and --metrics a file each. Nothing was trained or changed.</source>
        <translation>请为 --save 和 --metrics 分别指定文件。没有训练，也没有改动任何内容。</translation>
    </message>
    <message>
        <source>Nothing can be written to {path}.</source>
        <translation>不能写入 {path}。</translation>
    </message>
    <message>
        <source>It is a file of the data to train on.</source>
        <translation>它是训练数据的文件。</translation>
    </message>
    <message>
        <source>Give --save and --metrics files of other names. Nothing was trained or changed.</source>
        <translation>请为 --save 和 --metrics 换用其他文件名。没有训练，也没有改动任何内容。</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}.</source>
        <translation>无法把图片写入 {path}。</translation>
    </message>
    <message>
        <source>The picture {name} could not be opened.</source>
        <translation>无法打开图片 {name}。</translation>
    </message>
    <message>
        <source>The pasted or dropped picture could not be used.</source>
        <translation>粘贴或拖入的图片无法使用。</translation>
    </message>
    <message>
        <source>The session could not be saved to {path}.</source>
        <translation>无法把会话保存到 {path}。</translation>
    </message>
    <message>
        <source>Choose another folder, or make room, and save it again.</source>
        <translation>请选择其他文件夹，或腾出空间后再保存。</translation>
    </message>
    <message>
        <source>It does not say “{key}”, as every session does.</source>
        <translation>其中没有“{key}”，而每个会话都有。</translation>
    </message>
    <message>
        <source>{path} could not be opened as a session.</source>
        <translation>无法把 {path} 作为会话打开。</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct the file, or choose one that lossviz saved.</source>
        <translation>没有任何改动。请改正文件，或选择 lossviz 保存的文件。</translation>
    </message>
    <message>
        <source>There is no file of this name.</source>
        <translation>没有这个名称的文件。</translation>
    </message>
    <message>
        <source>It is larger than {megabytes} MB, which no session is.</source>
        <translation>它大于 {megabytes} MB，会话文件不会这么大。</translation>
    </message>
    <message>
        <source>Line {line} is not text in UTF-8.</source>
        <translation>第 {line} 行不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>It was saved by lossviz {version}, in a form that this version does not know.</source>
        <translation>它由 lossviz {version} 保存，这个版本不认识它的格式。</translation>
    </message>
    <message>
        <source>Nothing was changed. Open it with that version of lossviz, or a newer one.</source>
        <translation>没有任何改动。请用那个版本或更新版本的 lossviz 打开。</translation>
    </message>
    <message>
        <source>Its “{key}” is not {known}, the form that this version knows.</source>
        <translation>它的“{key}”不是这个版本所认识的 {known}。</translation>
    </message>
    <message>
        <source>The session was not saved: it would take {megabytes} MB.</source>
        <translation>会话没有保存：它会占 {megabytes} MB。</translation>
    </message>
    <message>
        <source>A session file has at most {most} MB; what is on the canvas is too large.</source>
        <translation>会话文件最多 {most} MB；画布上的内容太大。</translation>
    </message>
    <message>
        <source>Clear the canvas and save again.</source>
        <translation>请清空画布后再保存。</translation>
    </message>
    <message>
        <source>It is a folder or something else that is not a file.</source>
        <translation>它是文件夹，或其他不是文件的东西。</translation>
    </message>
    <message>
        <source>It is not a PNG, JPEG, BMP or WebP picture, whatever its name says.</source>
        <translation>它不是 PNG、JPEG、BMP 或 WebP 图片，无论名称怎么写。</translation>
    </message>
    <message>
        <source>It is damaged or only part of it is there.</source>
        <translation>它已损坏，或只有一部分。</translation>
    </message>
    <message>
        <source>With {width} × {height} pixels it is too large to open.</source>
        <translation>{width} × {height} 像素太大，无法打开。</translation>
    </message>
    <message>
        <source>With {width} × {height} pixels it is too small to show a digit.</source>
        <translation>{width} × {height} 像素太小，显示不了数字。</translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose another picture.</source>
        <translation>请检查名称和文件夹，或选择其他图片。</translation>
    </message>
    <message>
        <source>Please choose a PNG, JPEG, BMP or WebP picture.</source>
        <translation>请选择 PNG、JPEG、BMP 或 WebP 图片。</translation>
    </message>
    <message>
        <source>Check that you may read it, or open a copy from a folder of your own.</source>
        <translation>请检查你是否有权读取，或从自己的文件夹打开一份副本。</translation>
    </message>
    <message>
        <source>Copy or export it once more, or choose another picture.</source>
        <translation>请再复制或导出一次，或选择其他图片。</translation>
    </message>
    <message>
        <source>Save a smaller copy (2000 pixels wide is plenty) and open that one.</source>
        <translation>请保存一份小一些的副本（2000 像素宽就足够），再打开它。</translation>
    </message>
    <message>
        <source>Please use a picture that is at least {least} pixels wide or high.</source>
        <translation>请使用宽或高至少 {least} 像素的图片。</translation>
    </message>
    <message>
        <source>The comparison broke off.</source>
        <translation>比较中断了。</translation>
    </message>
    <message>
        <source>An unexpected error came up in the training: {reason}.</source>
        <translation>训练中出现了意外错误：{reason}。</translation>
    </message>
    <message>
        <source>The results of the seeds before are kept. Start it again, or with fewer variants.</source>
        <translation>此前各种子的结果已保留。请重新开始，或减少变体。</translation>
    </message>
    <message>
        <source>This network could not be evaluated.</source>
        <translation>无法评估这个网络。</translation>
    </message>
    <message>
        <source>Some of its outputs are too large to be numbers: its training has diverged.</source>
        <translation>它的一些输出太大，已不是有限的数：训练已经发散。</translation>
    </message>
    <message>
        <source>Train it again with a smaller learning rate, or choose another network.</source>
        <translation>请用更小的学习率重新训练，或选择其他网络。</translation>
    </message>
    <message>
        <source>There is nothing to compute a landscape of.</source>
        <translation>没有可以计算损失地形的对象。</translation>
    </message>
    <message>
        <source>No network with finite weights is at hand, or its data are not loaded yet.</source>
        <translation>没有权重有限的网络，或者数据尚未加载。</translation>
    </message>
    <message>
        <source>Start a run, or open a saved one, and press Compute again.</source>
        <translation>请开始训练，或打开保存的训练，然后再按“计算”。</translation>
    </message>
    <message>
        <source>The digit on the canvas has no logits.</source>
        <translation>画布上的数字没有 logits。</translation>
    </message>
    <message>
        <source>The network that reads it answers with one number, the digit itself, and no softmax.</source>
        <translation>识别它的网络只输出一个数，即数字本身，没有 softmax。</translation>
    </message>
    <message>
        <source>On the MNIST page let the shipped network answer, or train one with ten outputs.</source>
        <translation>请在 MNIST 页让自带网络作答，或训练一个有十个输出的网络。</translation>
    </message>
    <message>
        <source>There is no run to save.</source>
        <translation>没有可保存的训练。</translation>
    </message>
    <message>
        <source>No training has left a network with finite weights yet.</source>
        <translation>还没有哪次训练留下权重有限的网络。</translation>
    </message>
    <message>
        <source>Start a run first, then save it.</source>
        <translation>请先开始训练，然后再保存。</translation>
    </message>
    <message>
        <source>The run was not opened.</source>
        <translation>训练没有打开。</translation>
    </message>
    <message>
        <source>A network is being trained, and the run would take its place.</source>
        <translation>正在训练网络，而打开的训练会取代它。</translation>
    </message>
    <message>
        <source>Wait until the training is done, or stop it, and open the run again.</source>
        <translation>请等训练完成，或停止训练，然后再打开。</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>操作没有成功。</translation>
    </message>
    <message>
        <source>An unexpected error came up: {reason}.</source>
        <translation>出现了意外错误：{reason}。</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or with another file.</source>
        <translation>没有任何改动。请重试，或换一个文件。</translation>
    </message>
    <message>
        <source>The run broke off.</source>
        <translation>训练中断了。</translation>
    </message>
    <message>
        <source>What it had learned by then is kept. Start it again, or try the device “cpu”.</source>
        <translation>此前学到的已保留。请重新开始，或试试设备“cpu”。</translation>
    </message>
    <message>
        <source>There is a picture or there are strokes, but not both.</source>
        <translation>图片和笔画只能有其一，不能两者都有。</translation>
    </message>
    <message>
        <source>It is missing, and a picture needs it.</source>
        <translation>缺少这一项，而图片需要它。</translation>
    </message>
    <message>
        <source>Expected are packed bytes as lossviz writes them; it is {found}.</source>
        <translation>应为 lossviz 写出的压缩字节，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected are {pixels} grey values; there are more or fewer.</source>
        <translation>应有 {pixels} 个灰度值；这里多了或少了。</translation>
    </message>
    <message>
        <source>The lesson in {file} was not opened: there is a fault in line {line}.</source>
        <translation>{file} 中的这一课没有打开：第 {line} 行有错误。</translation>
    </message>
    <message>
        <source>“{key}” cannot be a lesson&apos;s key.</source>
        <translation>“{key}”不能作为一课的 key。</translation>
    </message>
    <message>
        <source>Use small letters, digits and _ alone, beginning with a letter.</source>
        <translation>只能用小写字母、数字和 _，并以字母开头。</translation>
    </message>
    <message>
        <source>A lesson has 1 to {most} steps; here there are {count}.</source>
        <translation>一课有 1 到 {most} 步；这里有 {count} 步。</translation>
    </message>
    <message>
        <source>Add a step, or make two lessons of it.</source>
        <translation>请添加一步，或拆成两课。</translation>
    </message>
    <message>
        <source>A lesson may not press “{name}”.</source>
        <translation>课程不能按“{name}”。</translation>
    </message>
    <message>
        <source>Choose one of the buttons that FORMAT.md lists: they only change what the pages show. Leave others to a person.</source>
        <translation>请改用 FORMAT.md 中列出的按钮：它们只改变页面上显示的内容。其他按钮请留给使用者自己按。</translation>
    </message>
    <message>
        <source>There is no page “{page}”.</source>
        <translation>没有页面“{page}”。</translation>
    </message>
    <message>
        <source>Use one of {pages}.</source>
        <translation>请用 {pages} 之一。</translation>
    </message>
    <message>
        <source>“{name}” is no panel of the page “{page}”.</source>
        <translation>“{name}”不是“{page}”页的面板。</translation>
    </message>
    <message>
        <source>Panels are called as in “{page}.plot”; FORMAT.md lists them.</source>
        <translation>面板的名称形如“{page}.plot”；FORMAT.md 列出了它们。</translation>
    </message>
    <message>
        <source>A question has two to four options; here there are {count}.</source>
        <translation>一个问题有两到四个选项；这里有 {count} 个。</translation>
    </message>
    <message>
        <source>Add the options that are missing, or keep the best four.</source>
        <translation>请补上缺少的选项，或保留最好的四个。</translation>
    </message>
    <message>
        <source>The answer is option {answer}, but there are options 1 to {count}.</source>
        <translation>答案是选项 {answer}，但选项只有 1 到 {count}。</translation>
    </message>
    <message>
        <source>Give the number of the right option; the first one is 1.</source>
        <translation>请给出正确选项的编号；第一个是 1。</translation>
    </message>
    <message>
        <source>The tally has {found} numbers for {count} options.</source>
        <translation>计数有 {found} 个数，而选项有 {count} 个。</translation>
    </message>
    <message>
        <source>Give one number for each option, or leave the tally out.</source>
        <translation>每个选项给一个数，或去掉计数。</translation>
    </message>
    <message>
        <source>The text of “{name}” is missing.</source>
        <translation>缺少“{name}”的文字。</translation>
    </message>
    <message>
        <source>Write it in at least one language.</source>
        <translation>请至少用一种语言写出。</translation>
    </message>
    <message>
        <source>The text of “{name}” has more than {most} letters.</source>
        <translation>“{name}”的文字超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>Shorten it; it must be readable from the last row.</source>
        <translation>请缩短它；要让最后一排也看得清。</translation>
    </message>
    <message>
        <source>“{name}” is no name of a control.</source>
        <translation>“{name}”不是控件的名称。</translation>
    </message>
    <message>
        <source>Controls are called as in “fit.loss_bce”; the README lists them.</source>
        <translation>控件的名称形如“fit.loss_bce”；README 列出了它们。</translation>
    </message>
    <message>
        <source>“{name}” is {value}, but must be from {low} to {high}.</source>
        <translation>“{name}”是 {value}，但应在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>Give a number in that range.</source>
        <translation>请给出这个范围内的数。</translation>
    </message>
    <message>
        <source>The lesson could not be saved to {file}.</source>
        <translation>无法把这一课保存到 {file}。</translation>
    </message>
    <message>
        <source>The lesson {file} could not be read.</source>
        <translation>无法读取 {file} 中的这一课。</translation>
    </message>
    <message>
        <source>It is not text in UTF-8.</source>
        <translation>它不是 UTF-8 编码的文本。</translation>
    </message>
    <message>
        <source>In your editor, save the file with the encoding UTF-8.</source>
        <translation>请在编辑器中以 UTF-8 编码保存文件。</translation>
    </message>
    <message>
        <source>It is written in version {version} of the format; this lossviz reads {known}.</source>
        <translation>它用第 {version} 版格式写成；这个 lossviz 能读的是第 {known} 版。</translation>
    </message>
    <message>
        <source>Open it with a newer lossviz.</source>
        <translation>请用更新的 lossviz 打开。</translation>
    </message>
    <message>
        <source>“{key}” must be a list, and is {found}.</source>
        <translation>“{key}”应为列表，而这里是 {found}。</translation>
    </message>
    <message>
        <source>“{key}” must be a map of names with values, and is {found}.</source>
        <translation>“{key}”应为名称及其值的映射，而这里是 {found}。</translation>
    </message>
    <message>
        <source>“{key}” must be a text, and is {found}.</source>
        <translation>“{key}”应为文字，而这里是 {found}。</translation>
    </message>
    <message>
        <source>“{key}” must be a whole number, and is {found}.</source>
        <translation>“{key}”应为整数，而这里是 {found}。</translation>
    </message>
    <message>
        <source>FORMAT.md, in the folder of the lessons, shows how it is written.</source>
        <translation>各课所在文件夹中的 FORMAT.md 说明了写法。</translation>
    </message>
    <message>
        <source>“{key}” is missing in the {name} that begins there.</source>
        <translation>从这里开始的“{name}”缺少“{key}”。</translation>
    </message>
    <message>
        <source>Add a line with “{key}:” and what belongs to it.</source>
        <translation>请加一行“{key}:”及其内容。</translation>
    </message>
    <message>
        <source>The text of “{key}” is missing.</source>
        <translation>缺少“{key}”的文字。</translation>
    </message>
    <message>
        <source>Write it behind the colon, or remove the line.</source>
        <translation>请写在冒号后面，或删去这一行。</translation>
    </message>
    <message>
        <source>Perhaps “{near}” is meant. Known are {known}.</source>
        <translation>也许是指“{near}”。可用的有 {known}。</translation>
    </message>
    <message>
        <source>Remove it. Known are {known}.</source>
        <translation>请删去它。可用的有 {known}。</translation>
    </message>
    <message>
        <source>“{key}” is unknown in the {name}.</source>
        <translation>不认识“{name}”中的“{key}”。</translation>
    </message>
    <message>
        <source>What stands before a colon must be a single word.</source>
        <translation>冒号前面只能是一个单词。</translation>
    </message>
    <message>
        <source>Put texts that begin with [ or {{ into quotation marks.</source>
        <translation>以 [ 或 {{ 开头的文字请放进引号。</translation>
    </message>
    <message>
        <source>It is no YAML there: “{problem}” (the original message).</source>
        <translation>这里不是有效的 YAML：“{problem}”（原文）。</translation>
    </message>
    <message>
        <source>Look at that line and the one before: indent with spaces alone, put a space after each colon, and put texts with a colon or a quotation mark into quotation marks.</source>
        <translation>请检查该行和前一行：缩进只用空格，每个冒号后加空格，含冒号或引号的文字放进引号。</translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>Begin with “lossviz_lesson: 1”, or make a lesson with Lessons, New lesson.</source>
        <translation>请以“lossviz_lesson: 1”开头，或用“课程 → 新建一课”制作。</translation>
    </message>
    <message>
        <source>It is larger than {kilobytes} kB, which no lesson is.</source>
        <translation>它大于 {kilobytes} kB，一课不会这么大。</translation>
    </message>
    <message>
        <source>Choose another file, or make two lessons of it.</source>
        <translation>请选择其他文件，或拆成两课。</translation>
    </message>
    <message>
        <source>There are more than {deepest} lists or maps within each other.</source>
        <translation>列表或映射嵌套超过 {deepest} 层。</translation>
    </message>
    <message>
        <source>Check the brackets and the indentation of that line.</source>
        <translation>请检查该行的括号和缩进。</translation>
    </message>
    <message>
        <source>It uses “{sign}” of YAML, which a lesson may not: anchors, aliases, tags and further documents.</source>
        <translation>它用了 YAML 的“{sign}”，而课文件中不允许：锚点、别名、标签以及更多文档。</translation>
    </message>
    <message>
        <source>Write the text out, or put it into quotation marks if it begins with that sign.</source>
        <translation>请把文字写全；如果文字以该符号开头，请放进引号。</translation>
    </message>
    <message>
        <source>“{key}” stands there for the second time; the first is in line {first}.</source>
        <translation>“{key}”在这里第二次出现；第一次在第 {first} 行。</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>请只保留其中一个。</translation>
    </message>
    <message>
        <source>Line {line} is no JSON: {found}.</source>
        <translation>第 {line} 行不是有效的 JSON：{found}。</translation>
    </message>
    <message>
        <source>Line {line} is nested deeper than any that lossviz writes.</source>
        <translation>第 {line} 行的嵌套比 lossviz 写出的更深。</translation>
    </message>
    <message>
        <source>It names “{found}” twice in one place.</source>
        <translation>它在同一处把“{found}”写了两次。</translation>
    </message>
    <message>
        <source>Line {line} holds {found}, which is no number that lossviz could use.</source>
        <translation>第 {line} 行含有 {found}，不是 lossviz 能用的数。</translation>
    </message>
    <message>
        <source>From here on each batch of {batch_size} images goes through the network in two halves, and their gradients are put together: the steps are the same.</source>
        <translation>从这里起，每批 {batch_size} 张图像分两半通过网络，再把梯度合起来：每一步保持不变。</translation>
    </message>
    <message>
        <source>From here on the run goes on on the CPU, with the same batches, so that only its speed changes.</source>
        <translation>从这里起，训练在 CPU 上继续，批次相同，只是速度不同。</translation>
    </message>
    <message>
        <source>The memory of the device ran out at step {step:,}.</source>
        <translation>设备的内存在第 {step:,} 步用尽。</translation>
    </message>
    <message>
        <source>Nothing needs to be done. A smaller batch size needs less memory.</source>
        <translation>无需任何操作。较小的批次占用的内存较少。</translation>
    </message>
    <message>
        <source>The run stopped at step {step:,}: there is not enough memory.</source>
        <translation>训练在第 {step:,} 步停止：内存不足。</translation>
    </message>
    <message>
        <source>It ran out for batches of {batch_size} images in two halves as well. PyTorch says: “{reason}”.</source>
        <translation>每批 {batch_size} 张图像分成两半，仍然用尽了内存。PyTorch 提示：“{reason}”。</translation>
    </message>
    <message>
        <source>What it had learned by then is kept. Choose a smaller batch size and start again.</source>
        <translation>此前学到的已保留。请选择更小的批次大小，重新开始。</translation>
    </message>
    <message>
        <source>Install a font with Chinese characters and start lossviz again. Debian and Ubuntu have them in the packages fonts-noto-cjk and fonts-wqy-microhei, Fedora in google-noto-sans-cjk-fonts, Arch in noto-fonts-cjk.</source>
        <translation>请安装含有中文字符的字体，然后重新启动 lossviz。Debian 和 Ubuntu 的软件包是 fonts-noto-cjk 和 fonts-wqy-microhei，Fedora 是 google-noto-sans-cjk-fonts，Arch 是 noto-fonts-cjk。</translation>
    </message>
    <message>
        <source>Add Chinese (Simplified) Supplemental Fonts under Settings, System, Optional features, and start lossviz again.</source>
        <translation>请在“设置 → 系统 → 可选功能”中添加“简体中文补充字体”，然后重新启动 lossviz。</translation>
    </message>
    <message>
        <source>Bring PingFang SC back with Font Book, or install Noto Sans CJK SC, and start lossviz again.</source>
        <translation>请用“字体册”恢复 PingFang SC，或安装 Noto Sans CJK SC，然后重新启动 lossviz。</translation>
    </message>
    <message>
        <source>The window stays in English.</source>
        <translation>窗口保持英文。</translation>
    </message>
    <message>
        <source>No font on this computer has Chinese characters; boxes would stand in their place.</source>
        <translation>这台电脑上没有含中文字符的字体；否则只会显示方框。</translation>
    </message>
    <message>
        <source>The file with the Chinese texts, resources/i18n/zh_CN.qm, is missing or damaged.</source>
        <translation>中文文字的文件 resources/i18n/zh_CN.qm 缺失或损坏。</translation>
    </message>
    <message>
        <source>In a checkout, make it with python -m scripts.translations --release, then choose the language again; otherwise install lossviz again.</source>
        <translation>如果是源代码目录，请用 python -m scripts.translations --release 生成它，然后重新选择语言；否则请重新安装 lossviz。</translation>
    </message>
    <message>
        <source>Expected is a text of b for blue and w for white balls; it is {found}.</source>
        <translation>应为由 b（蓝球）和 w（白球）组成的文字，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is a box with one ball at least.</source>
        <translation>盒子里至少应有一个球。</translation>
    </message>
    <message>
        <source>Expected are as many labels as scores, which are {count}.</source>
        <translation>标签应与得分一样多，得分有 {count} 个。</translation>
    </message>
    <message>
        <source>Expected are pairs of a learning rate and a number of steps, as many as in steps; it is {found}.</source>
        <translation>应为学习率与步数的组合，步数之和与 steps 一致，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Without a scenario, cases are expected, and nothing to draw them from.</source>
        <translation>没有情景时应给出样本，而不是抽取样本的依据。</translation>
    </message>
    <message>
        <source>Expected are x and y, as many of each.</source>
        <translation>应为数量相同的 x 和 y。</translation>
    </message>
    <message>
        <source>Expected is a size of 1e-100 or more in x; the largest is {largest:g}.</source>
        <translation>x 的大小应不小于 1e-100，而这里最大的是 {largest:g}。</translation>
    </message>
    <message>
        <source>Expected are names on one line each, and two different ones of the classes.</source>
        <translation>每个名称应只占一行，且两个类别的名称不同。</translation>
    </message>
    <message>
        <source>Expected are points [x, y, train], where train is 1 or 0; it is {found}.</source>
        <translation>应为点 [x, y, train]，其中 train 是 1 或 0，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected is at least one point to fit to.</source>
        <translation>至少应有一个用来拟合的点。</translation>
    </message>
    <message>
        <source>A race is on, and it keeps the settings that it was begun with.</source>
        <translation>赛跑正在进行，设置保持开始时的样子。</translation>
    </message>
    <message>
        <source>Expected are w from, w to, b from and b to; it is {found}.</source>
        <translation>应为 w 起、w 止、b 起、b 止，而这里是 {found}。</translation>
    </message>
    <message>
        <source>From and to are too close to each other to be drawn apart: {found}.</source>
        <translation>起点与终点太近，画不出来：{found}。</translation>
    </message>
    <message>
        <source>This sitting cannot be saved by itself.</source>
        <translation>这次的内容无法自动保存。</translation>
    </message>
    <message>
        <source>Save the session yourself from time to time.</source>
        <translation>请不时自行保存会话。</translation>
    </message>
    <message>
        <source>{name} was not opened.</source>
        <translation>{name} 没有打开。</translation>
    </message>
    <message>
        <source>lossviz opens sessions (.lossviz.json), lessons (.yaml), runs (.pt), tables of cases (.csv, .tsv, .txt), pictures of digits, and MNIST as a folder or a file.</source>
        <translation>lossviz 可打开会话 (.lossviz.json)、课 (.yaml)、训练 (.pt)、样本表 (.csv, .tsv, .txt)、数字图片，以及文件夹或文件形式的 MNIST。</translation>
    </message>
    <message>
        <source>Drop one of these.</source>
        <translation>请拖入其中之一。</translation>
    </message>
    <message>
        <source>Of what was dropped only {name} was opened.</source>
        <translation>拖入的文件中只打开了 {name}。</translation>
    </message>
    <message>
        <source>One file is opened at a time; left out: {count}.</source>
        <translation>一次打开一个文件；其余 {count} 个未打开。</translation>
    </message>
    <message>
        <source>Drop the others one by one.</source>
        <translation>请逐个拖入其他文件。</translation>
    </message>
    <message>
        <source>Something in step {number} of the lesson was left out: {entry}, line {line}.</source>
        <translation>这一课的第 {number} 步中有一项被略过：{entry}，第 {line} 行。</translation>
    </message>
    <message>
        <source>Something in step {number} of the lesson was left out: {entry}.</source>
        <translation>这一课的第 {number} 步中有一项被略过：{entry}。</translation>
    </message>
    <message>
        <source>The lesson goes on. It may have been written for another version; correct the file.</source>
        <translation>这一课继续进行。它可能是为另一个版本写的；请改正文件。</translation>
    </message>
    <message>
        <source>{path} has changed since the session was saved.</source>
        <translation>会话保存之后，{path} 已被改动。</translation>
    </message>
    <message>
        <source>{path} is not there any more, nor is it beside the session&apos;s file.</source>
        <translation>{path} 已经不在了，会话文件旁边也没有。</translation>
    </message>
    <message>
        <source>The session was opened without its run.</source>
        <translation>会话已打开，但缺少其中的训练。</translation>
    </message>
    <message>
        <source>Everything else is as it was saved. Open the run from the file menu if you have it.</source>
        <translation>其余一切与保存时相同。如果你有那个训练，请从“文件”菜单打开。</translation>
    </message>
    <message>
        <source>There is no page “{page}” in this version.</source>
        <translation>这个版本没有页面“{page}”。</translation>
    </message>
    <message>
        <source>The session was not opened.</source>
        <translation>会话没有打开。</translation>
    </message>
    <message>
        <source>A network is being trained, and the session would change its settings.</source>
        <translation>正在训练网络，而会话会改变它的设置。</translation>
    </message>
    <message>
        <source>Wait until the training is done, or stop it, and open the session again.</source>
        <translation>请等训练完成，或停止训练，然后再打开会话。</translation>
    </message>
    <message>
        <source>The session was opened without its data.</source>
        <translation>会话已打开，但缺少其中的数据。</translation>
    </message>
    <message>
        <source>“{name}” was in {path}, which is not there any more.</source>
        <translation>“{name}”原来在 {path}，现在已不在那里。</translation>
    </message>
    <message>
        <source>The data in use stay. Choose others on the MNIST page.</source>
        <translation>继续使用当前数据。请在 MNIST 页选择其他数据。</translation>
    </message>
    <message>
        <source>The session was opened without its run and its data.</source>
        <translation>会话已打开，但缺少其中的训练和数据。</translation>
    </message>
    <message>
        <source>Both are outside of its file, and neither is where it was.</source>
        <translation>两者都不在会话文件里，也都不在原处。</translation>
    </message>
    <message>
        <source>Everything else is as it was saved. Open the run and the data if you have them.</source>
        <translation>其余一切与保存时相同。如果你有那个训练和数据，请打开它们。</translation>
    </message>
    <message>
        <source>lossviz came to an end without having been closed.</source>
        <translation>lossviz 没有正常关闭就结束了。</translation>
    </message>
    <message>
        <source>What was on the pages was kept, last at {time}.</source>
        <translation>页面上的内容已保留，最后一次在 {time}。</translation>
    </message>
    <message>
        <source>Restore it, or discard it. Closed without an answer, this comes again next time.</source>
        <translation>请选择恢复或丢弃。不选择就关闭的话，下次还会询问。</translation>
    </message>
    <message>
        <source>Expected are as many names as logits, which are {count}.</source>
        <translation>名称应与 logits 一样多，logits 有 {count} 个。</translation>
    </message>
    <message>
        <source>Expected are different names without spaces around them; it is {found}.</source>
        <translation>名称应互不相同，且前后没有空格，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected are shares that sum to 1; it is {found}.</source>
        <translation>概率之和应为 1，而这里是 {found}。</translation>
    </message>
    <message>
        <source>Expected are either targets, or true_class and smoothing, and not both.</source>
        <translation>应为 targets，或者 true_class 和 smoothing，不能两者都有。</translation>
    </message>
    <message>
        <source>The handout could not be written to {path}.</source>
        <translation>无法把讲义写入 {path}。</translation>
    </message>
    <message>
        <source>There is no lesson “{key}”.</source>
        <translation>没有名为“{key}”的课。</translation>
    </message>
    <message>
        <source>The lessons that come with lossviz are {known}.</source>
        <translation>lossviz 自带的课有 {known}。</translation>
    </message>
    <message>
        <source>Choose one of them, or open a file with Lessons, Open lesson.</source>
        <translation>请选择其中之一，或用“课程 → 打开一课”打开文件。</translation>
    </message>
    <message>
        <source>sent more than the whole file</source>
        <translation>发来的内容比整个文件还多</translation>
    </message>
    <message>
        <source>an unexpected error</source>
        <translation>意外错误</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>cut off after {count:,} bytes</source>
        <translation>传输 {count:,} 字节后中断</translation>
    </message>
    <message>
        <source>no answer for {seconds:g} s</source>
        <translation>{seconds:g} 秒内没有响应</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>you do not have permission for that</source>
        <translation>你没有相应的权限</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>that is a folder, not a file</source>
        <translation>这是文件夹，不是文件</translation>
    </message>
    <message>
        <source>a part of the path is a file, not a folder</source>
        <translation>路径中有一部分是文件，不是文件夹</translation>
    </message>
    <message>
        <source>something of that name is there already</source>
        <translation>已有同名的文件或文件夹</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>the drive can only be read</source>
        <translation>该磁盘是只读的</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>the file would become too large</source>
        <translation>文件会过大</translation>
    </message>
    <message>
        <source>the drive does not answer as it should</source>
        <translation>磁盘没有正常响应</translation>
    </message>
    <message>
        <source>it is nothing that can be read or written as a file</source>
        <translation>它不能作为文件读写</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>其链接循环引用</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>你的磁盘配额已用完</translation>
    </message>
    <message>
        <source>“{words}” (the original message)</source>
        <translation>“{words}”（原文）</translation>
    </message>
</context>
<context>
    <name>formulas</name>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>sum of the second softmax</source>
        <translation>第二次 softmax 的和</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>term</source>
        <translation>项</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>handout</name>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Hands in class: {counts}</source>
        <translation>课堂举手人数：{counts}</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>The left and right arrow keys go from tab to tab.</source>
        <translation>左右方向键在标签页之间移动。</translation>
    </message>
    <message>
        <source>Part that scrolls</source>
        <translation>可滚动的部分</translation>
    </message>
    <message>
        <source>Arrow keys and page keys scroll it.</source>
        <translation>方向键和翻页键可滚动。</translation>
    </message>
    <message>
        <source>Lines that give the number on screen when they are run.</source>
        <translation>运行后得到屏幕上那个数的代码行。</translation>
    </message>
    <message>
        <source>Which number the lines work out.</source>
        <translation>选择代码计算哪个量。</translation>
    </message>
    <message>
        <source>Put the lines on the clipboard.</source>
        <translation>把代码复制到剪贴板。</translation>
    </message>
    <message>
        <source>How many cases each step of a stochastic descent looks at.</source>
        <translation>随机梯度下降的每一步用多少个样本。</translation>
    </message>
    <message>
        <source>What a positive case that is called negative costs.</source>
        <translation>阳性样本被判为阴性的代价。</translation>
    </message>
    <message>
        <source>What a negative case that is called positive costs.</source>
        <translation>阴性样本被判为阳性的代价。</translation>
    </message>
    <message>
        <source>How many cases are drawn from the law.</source>
        <translation>从真实规律中抽取多少个样本。</translation>
    </message>
    <message>
        <source>A start, an optimiser and a learning rate that show something.</source>
        <translation>能说明问题的一组起点、优化器和学习率。</translation>
    </message>
    <message>
        <source>λmax is the sharpest bend of the surface here. With a learning rate above 2/λmax steps overshoot the valley and swing wider and wider.</source>
        <translation>λmax 是曲面在这里最大的弯曲程度。学习率大于 2/λmax 时，步子会越过谷底，而且越摆越大。</translation>
    </message>
    <message>
        <source>|∇BCE| is the length of the gradient of BCE, how steep the surface is here; likewise |∇MSE|.</source>
        <translation>|∇BCE| 是 BCE 梯度的长度，即曲面在这里有多陡；|∇MSE| 同理。</translation>
    </message>
    <message>
        <source>Forward, loss, backward or update: whatever comes next.</source>
        <translation>前向、损失、反向或更新：进入接下来的阶段。</translation>
    </message>
    <message>
        <source>How a step follows from the gradients so far.</source>
        <translation>如何由已有的梯度得出一步。</translation>
    </message>
    <message>
        <source>Runs from the same start at the same time, on a path of its own.</source>
        <translation>同时从同一起点出发，走自己的路径。</translation>
    </message>
    <message>
        <source>The situation that the cases are drawn from.</source>
        <translation>样本来自哪种情景。</translation>
    </message>
    <message>
        <source>Both losses while b changes and w stays.</source>
        <translation>b 变化而 w 不变时的两种损失。</translation>
    </message>
    <message>
        <source>Both losses while w changes and b stays.</source>
        <translation>w 变化而 b 不变时的两种损失。</translation>
    </message>
    <message>
        <source>How many steps a press of Step takes.</source>
        <translation>按一次“单步”走多少步。</translation>
    </message>
    <message>
        <source>A case is called positive if its probability reaches this.</source>
        <translation>概率达到这个值就判为阳性。</translation>
    </message>
    <message>
        <source>One more sample, at the end of the table.</source>
        <translation>在表的末尾再加一个样本。</translation>
    </message>
    <message>
        <source>What the losses are drawn over: only those that can be are.</source>
        <translation>损失画在哪个量上：只画能画的损失。</translation>
    </message>
    <message>
        <source>The share of blue among the draws; no other makes them likelier.</source>
        <translation>已抽取中蓝球的比例；其他任何值都不会使它们更可能。</translation>
    </message>
    <message>
        <source>How many samples with labels 0 and 1 are drawn.</source>
        <translation>抽取多少个标签为 0 和 1 的样本。</translation>
    </message>
    <message>
        <source>How many classes the second experiment has.</source>
        <translation>第二个实验有多少个类别。</translation>
    </message>
    <message>
        <source>How many samples of several classes are drawn.</source>
        <translation>抽取多少个多类别样本。</translation>
    </message>
    <message>
        <source>The same seed draws the same scores and labels.</source>
        <translation>同样的种子抽取同样的得分和标签。</translation>
    </message>
    <message>
        <source>The lines that both ways of reckoning come from.</source>
        <translation>两种算法所用的代码。</translation>
    </message>
    <message>
        <source>The same as in the list of the catalogue.</source>
        <translation>与目录列表中的相同。</translation>
    </message>
    <message>
        <source>Two distributions to begin with; each can be changed.</source>
        <translation>预设的两个分布；都可以修改。</translation>
    </message>
    <message>
        <source>The drawn balls, or the labels of the cases on the Fit page.</source>
        <translation>抽出的球，或拟合页样本的标签。</translation>
    </message>
    <message>
        <source>The arrow keys and page keys scroll it.</source>
        <translation>方向键和翻页键可滚动它。</translation>
    </message>
    <message>
        <source>A second plot with how steep each loss is.</source>
        <translation>第二张图，显示各种损失的斜率。</translation>
    </message>
    <message>
        <source>The arrow keys choose a form of labels; it is explained below.</source>
        <translation>方向键选择标签的一种写法；下面有说明。</translation>
    </message>
    <message>
        <source>The likelihood itself, or the loss that it becomes.</source>
        <translation>似然本身，或由它得到的损失。</translation>
    </message>
    <message>
        <source>How the likelihood grows with every draw, or a table of it.</source>
        <translation>似然随每次抽取的变化，或列成表格。</translation>
    </message>
    <message>
        <source>Arrow keys select a loss, Space compares it with others.</source>
        <translation>方向键选择损失，空格把它加入比较。</translation>
    </message>
    <message>
        <source>Both distributions have so many.</source>
        <translation>两个分布都有这么多种结果。</translation>
    </message>
    <message>
        <source>End the race; what was measured so far stays.</source>
        <translation>结束赛跑；已测得的结果保留。</translation>
    </message>
    <message>
        <source>A tensor&apos;s elements one by one, or floats from a list.</source>
        <translation>逐个加张量的元素，或列表中的浮点数。</translation>
    </message>
    <message>
        <source>How many numbers there are is chosen so that it takes this long.</source>
        <translation>个数会按用时选取，使它正好花这么久。</translation>
    </message>
    <message>
        <source>Add the same numbers in a Python loop and with torch.sum.</source>
        <translation>用 Python 循环和 torch.sum 把同样的数相加。</translation>
    </message>
    <message>
        <source>Take the chosen sample out of the table.</source>
        <translation>把所选样本从表中删除。</translation>
    </message>
    <message>
        <source>Arrow keys choose a cell; F2 edits a score, Space changes a label.</source>
        <translation>方向键选择格子；F2 编辑得分，空格改变标签。</translation>
    </message>
    <message>
        <source>What each sample is measured by.</source>
        <translation>用什么来衡量每个样本。</translation>
    </message>
    <message>
        <source>The lines that give the result.</source>
        <translation>给出结果的代码。</translation>
    </message>
    <message>
        <source>How probable p says this outcome is; the others give way.</source>
        <translation>p 给这个结果的概率；其他结果相应让出。</translation>
    </message>
    <message>
        <source>How probable q says this outcome is; the others give way.</source>
        <translation>q 给这个结果的概率；其他结果相应让出。</translation>
    </message>
    <message>
        <source>The divergence is not the same the other way round.</source>
        <translation>反方向的散度并不相同。</translation>
    </message>
    <message>
        <source>Nats belong to the natural logarithm, bits to that of base 2.</source>
        <translation>奈特对应自然对数，比特对应以 2 为底的对数。</translation>
    </message>
    <message>
        <source>The network that ships with lossviz, or the one in training.</source>
        <translation>lossviz 自带的网络，或正在训练的网络。</translation>
    </message>
    <message>
        <source>Pen variations bend, shift and thicken the digits of each batch.</source>
        <translation>笔迹变化会弯曲、移动和加粗每个批次的数字。</translation>
    </message>
    <message>
        <source>Whether squared errors are added up over the ten classes or averaged.</source>
        <translation>平方误差对十个类别求和还是取平均。</translation>
    </message>
    <message>
        <source>How many images each step looks at.</source>
        <translation>每一步看多少张图像。</translation>
    </message>
    <message>
        <source>Stop; nothing half is left behind.</source>
        <translation>停止；不留下未完成的文件。</translation>
    </message>
    <message>
        <source>A file of digits, such as mnist.json.gz or mnist.npz.</source>
        <translation>一个数字文件，例如 mnist.json.gz 或 mnist.npz。</translation>
    </message>
    <message>
        <source>A folder with MNIST&apos;s four files.</source>
        <translation>含有 MNIST 四个文件的文件夹。</translation>
    </message>
    <message>
        <source>Train all variants side by side on the same batches.</source>
        <translation>用同样的批次同时训练所有变体。</translation>
    </message>
    <message>
        <source>One more variant.</source>
        <translation>再加一个变体。</translation>
    </message>
    <message>
        <source>The one thing in which the variants differ.</source>
        <translation>各变体之间唯一的不同。</translation>
    </message>
    <message>
        <source>Hold all variants, or let them go on.</source>
        <translation>暂停所有变体，或让它们继续。</translation>
    </message>
    <message>
        <source>Grey values from 0 to 1, or standardised; the same for all.</source>
        <translation>0 到 1 的灰度值，或标准化；对所有变体相同。</translation>
    </message>
    <message>
        <source>End the comparison; its numbers so far stay.</source>
        <translation>结束比较；已有的结果保留。</translation>
    </message>
    <message>
        <source>Stop; nothing is shown of half a measurement.</source>
        <translation>停止；不显示只完成一半的结果。</translation>
    </message>
    <message>
        <source>Let the network as it is now read all images of this part.</source>
        <translation>让当前的网络识别这部分的所有图像。</translation>
    </message>
    <message>
        <source>Which images are counted.</source>
        <translation>统计哪些图像。</translation>
    </message>
    <message>
        <source>Which digits are trained on.</source>
        <translation>用哪些数字训练。</translation>
    </message>
    <message>
        <source>Where the network is trained; automatic takes a graphics card if there is one.</source>
        <translation>在哪里训练网络；“自动”在有显卡时使用显卡。</translation>
    </message>
    <message>
        <source>From the internet, 11 MB; each file is checked.</source>
        <translation>从互联网下载，11 MB；每个文件都会校验。</translation>
    </message>
    <message>
        <source>How many built-in digits are trained on beside the others.</source>
        <translation>除其他数据外再用多少个内置数字训练。</translation>
    </message>
    <message>
        <source>How often the training goes through all images.</source>
        <translation>训练把所有图像过多少遍。</translation>
    </message>
    <message>
        <source>Lets the few highest values leave the plot, where they squash the rest.</source>
        <translation>让少数最高的值超出图外，以免其余部分被压扁。</translation>
    </message>
    <message>
        <source>How the weights are drawn before the first step.</source>
        <translation>第一步之前如何抽取初始权重。</translation>
    </message>
    <message>
        <source>More points show more and take longer.</source>
        <translation>点越多显示得越细，用时也越长。</translation>
    </message>
    <message>
        <source>A run from a file, with its settings and curves.</source>
        <translation>从文件打开训练，连同设置和曲线。</translation>
    </message>
    <message>
        <source>Equal steps up for equal factors.</source>
        <translation>倍数相同则高度差相同。</translation>
    </message>
    <message>
        <source>What the training makes small.</source>
        <translation>训练要使什么变小。</translation>
    </message>
    <message>
        <source>The images that are looked through.</source>
        <translation>要识别的图像。</translation>
    </message>
    <message>
        <source>The layers between the image and the ten scores. Softmax regression: 784 → 10, 7850 parameters. MLP: 784 → 128, ReLU, → 10, 101770 parameters. Course CNN: two convolutions of 5 × 5 with 20 channels, each with pooling and ReLU, then 980 → 10, 20350 parameters.</source>
        <translation>图像与十个得分之间的各层。Softmax 回归：784 → 10，7850 个参数。MLP：784 → 128、ReLU、→ 10，101770 个参数。课程 CNN：两个 5 × 5、20 通道的卷积，各接池化和 ReLU，然后 980 → 10，20350 个参数。</translation>
    </message>
    <message>
        <source>Hold the training, or let it go on.</source>
        <translation>暂停训练，或让它继续。</translation>
    </message>
    <message>
        <source>How exactly the network reckons; less is faster on some graphics cards.</source>
        <translation>网络计算的精度；在一些显卡上，精度低一些会更快。</translation>
    </message>
    <message>
        <source>All settings at once; each can be changed.</source>
        <translation>一次设好全部设置；每一项都可再改。</translation>
    </message>
    <message>
        <source>Arrow keys select a run, Space draws its curves, F2 renames, Delete removes.</source>
        <translation>方向键选择训练，空格画出曲线，F2 重命名，Delete 删除。</translation>
    </message>
    <message>
        <source>The digit whose score or cost is asked about.</source>
        <translation>查看哪个数字的得分或代价。</translation>
    </message>
    <message>
        <source>Whether pixels are asked for a score or for what a digit costs.</source>
        <translation>查看像素对得分的影响，还是对数字代价的影响。</translation>
    </message>
    <message>
        <source>The run with its settings and curves, to go on with it anywhere.</source>
        <translation>训练连同设置和曲线，以便在任何地方继续。</translation>
    </message>
    <message>
        <source>Grey values from 0 to 1, or shifted and scaled to mean 0 and spread 1.</source>
        <translation>0 到 1 的灰度值，或平移缩放到均值 0、标准差 1。</translation>
    </message>
    <message>
        <source>Whether the learning rate stays or rises and falls once.</source>
        <translation>学习率保持不变，还是先升后降一次。</translation>
    </message>
    <message>
        <source>The same seed gives the same weights and the same batches.</source>
        <translation>种子相同，权重和批次就相同。</translation>
    </message>
    <message>
        <source>Train a network with these settings.</source>
        <translation>用这些设置训练网络。</translation>
    </message>
    <message>
        <source>End the training; what was learnt stays.</source>
        <translation>结束训练；已学到的保留。</translation>
    </message>
    <message>
        <source>Everything on the page follows the network through its training.</source>
        <translation>页面上的一切都随网络回到训练中的那一刻。</translation>
    </message>
    <message>
        <source>How many images of the data set are trained on.</source>
        <translation>用数据集中的多少张图像训练。</translation>
    </message>
    <message>
        <source>Your guess, before the held-out error is shown.</source>
        <translation>在显示留出误差之前，你的猜测。</translation>
    </message>
    <message>
        <source>How many points are drawn around the true curve.</source>
        <translation>在真实函数周围抽取多少个点。</translation>
    </message>
    <message>
        <source>Two to ten; classes are added or taken away at the end.</source>
        <translation>两到十个；类别在末尾增减。</translation>
    </message>
    <message>
        <source>The score z of this class, before the softmax.</source>
        <translation>这个类别的得分 z，在 softmax 之前。</translation>
    </message>
    <message>
        <source>Return takes the name, Escape keeps the old one.</source>
        <translation>回车确认名称，Escape 保留原名。</translation>
    </message>
    <message>
        <source>Which answer is right: at the wrong end the loss runs away.</source>
        <translation>正确答案是哪个：在错误的一端，损失会急剧增大。</translation>
    </message>
    <message>
        <source>At large ones float32 rounds the probability to 0 or 1.</source>
        <translation>数值大时 float32 会把概率舍入为 0 或 1。</translation>
    </message>
</context>
<context>
    <name>joints</name>
    <message>
        <source>{before} {after}</source>
        <translation>{before}{after}</translation>
    </message>
    <message>
        <source>{before}, {after}</source>
        <translation>{before}，{after}</translation>
    </message>
    <message>
        <source>{before}; {after}</source>
        <translation>{before}；{after}</translation>
    </message>
    <message>
        <source>{title}: {text}</source>
        <translation>{title}：{text}</translation>
    </message>
    <message>
        <source>{phrase}.</source>
        <translation>{phrase}。</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>On the page {page}</source>
        <translation>“{page}”页</translation>
    </message>
    <message>
        <source>Where the focus is</source>
        <translation>焦点所在处</translation>
    </message>
    <message>
        <source>Next control, previous control</source>
        <translation>下一个控件，上一个控件</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Change a value, move what is chosen</source>
        <translation>改变数值，移动选中的对象</translation>
    </message>
    <message>
        <source>Let go of what is chosen</source>
        <translation>取消选中</translation>
    </message>
    <message>
        <source>In a plot</source>
        <translation>在图中</translation>
    </message>
    <message>
        <source>Choose the next or previous point</source>
        <translation>选择下一个或上一个点</translation>
    </message>
    <message>
        <source>Move the chosen point; Shift moves a case</source>
        <translation>移动选中的点；按住 Shift 移动样本</translation>
    </message>
    <message>
        <source>Add a point, take one away</source>
        <translation>添加一个点，删除一个点</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Take back a drag</source>
        <translation>取消拖动</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copy or save it, as you choose</source>
        <translation>复制或保存，可自选格式</translation>
    </message>
    <message>
        <source>In a table</source>
        <translation>在表格中</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制选中的行</translation>
    </message>
</context>
<context>
    <name>landscape</name>
    <message>
        <source>{network} after {steps} steps, first {images} training images of {data}. At its weights (± standard error): {losses}.</source>
        <translation>{network}，{steps} 步之后，用{data}的前 {images} 张训练图像计算。在它的权重处（± 标准误差）：{losses}。</translation>
    </message>
    <message>
        <source>Random directions, seed {seed}.</source>
        <translation>随机方向，种子 {seed}。</translation>
    </message>
    <message>
        <source>Principal components of the path.</source>
        <translation>路径的主成分。</translation>
    </message>
    <message>
        <source>Its path is not known.</source>
        <translation>它的路径未知。</translation>
    </message>
    <message>
        <source>The plane explains {share} of the path&apos;s variance.</source>
        <translation>这个平面解释了路径方差的 {share}。</translation>
    </message>
    <message>
        <source>At 1 each filter has moved by as much as it is long itself; biases stay.</source>
        <translation>距离为 1 时，每个卷积核移动的距离等于它自身的长度；偏置不动。</translation>
    </message>
    <message>
        <source>At 1 the weights are as far from the present ones as the path went that way.</source>
        <translation>距离为 1 时，权重离当前位置的距离等于路径在那个方向上走过的距离。</translation>
    </message>
    <message>
        <source>The path&apos;s variance: the squared distances of earlier weights from the present ones, added up. The line is where on the plane the path came nearest.</source>
        <translation>路径的方差：先前权重到当前权重的距离平方之和。这条线是路径在平面上的投影。</translation>
    </message>
    <message>
        <source>Dark: not computed yet, drawn between the points that are.</source>
        <translation>暗处：尚未计算，由已算出的点插值。</translation>
    </message>
    <message>
        <source>Hatched: not computed yet, drawn between the points that are.</source>
        <translation>斜线：尚未计算，由已算出的点插值。</translation>
    </message>
    <message>
        <source>Computing the first points …</source>
        <translation>正在计算最初的点……</translation>
    </message>
    <message>
        <source>{known} of {whole} points</source>
        <translation>{whole} 个点中的 {known} 个</translation>
    </message>
    <message>
        <source>Cancelled at {known} of {whole} points</source>
        <translation>已取消：{whole} 个点中算出了 {known} 个</translation>
    </message>
    <message>
        <source>point a {a}, b {b}</source>
        <translation>点 a {a}，b {b}</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>margin m</source>
        <translation>间隔 m</translation>
    </message>
    <message>
        <source>the score z of a sample, its sign turned where the label is 0: above 0 the sample is called right</source>
        <translation>样本的得分 z，标签为 0 时变号：大于 0 表示判断正确</translation>
    </message>
    <message>
        <source>probability p</source>
        <translation>概率 p</translation>
    </message>
    <message>
        <source>the probability that the model gives to the true class</source>
        <translation>模型给真实类别的概率</translation>
    </message>
    <message>
        <source>residual r</source>
        <translation>残差 r</translation>
    </message>
    <message>
        <source>prediction − label: within −1 to 1 for a probability, where the label is 1 on the left and 0 on the right</source>
        <translation>预测 − 标签：对概率来说在 −1 到 1 之间，左侧标签为 1，右侧标签为 0</translation>
    </message>
    <message>
        <source>nothing to train with; 1 − accuracy is the same number</source>
        <translation>不能用来训练；数值就是 1 − 准确率</translation>
    </message>
    <message>
        <source>the form for several classes, divided by their number</source>
        <translation>多类别的形式，再除以类别数</translation>
    </message>
    <message>
        <source>as what an estimator is trained with</source>
        <translation>作为训练估计器时的损失</translation>
    </message>
    <message>
        <source>takes probabilities, not scores</source>
        <translation>输入是概率，不是得分</translation>
    </message>
    <message>
        <source>takes softmax probabilities, not scores</source>
        <translation>输入是 softmax 的概率，不是得分</translation>
    </message>
    <message>
        <source>by hand from the mean squared error</source>
        <translation>由均方误差手工计算</translation>
    </message>
    <message>
        <source>against labels −1 and 1</source>
        <translation>标签为 −1 和 1</translation>
    </message>
    <message>
        <source>1 − tf.keras.metrics.BinaryAccuracy</source>
        <translation>1 − tf.keras.metrics.BinaryAccuracy</translation>
    </message>
    <message>
        <source>1 − paddle.metric.accuracy</source>
        <translation>1 − paddle.metric.accuracy</translation>
    </message>
    <message>
        <source>numpy.square(p - y)</source>
        <translation>numpy.square(p - y)</translation>
    </message>
    <message>
        <source>for probabilities also sklearn.metrics.brier_score_loss</source>
        <translation>对概率还有 sklearn.metrics.brier_score_loss</translation>
    </message>
    <message>
        <source>n times sklearn.metrics.mean_squared_error</source>
        <translation>n 乘以 sklearn.metrics.mean_squared_error</translation>
    </message>
    <message>
        <source>from version 1.4 on</source>
        <translation>自 1.4 版起</translation>
    </message>
    <message>
        <source>is Huber’s loss, unlike the PyTorch function of that name</source>
        <translation>就是 Huber 损失，与 PyTorch 的同名函数不同</translation>
    </message>
    <message>
        <source>torch.exp(-margin)</source>
        <translation>torch.exp(-margin)</translation>
    </message>
    <message>
        <source>tf.math.exp(-margin)</source>
        <translation>tf.math.exp(-margin)</translation>
    </message>
    <message>
        <source>paddle.exp(-margin)</source>
        <translation>paddle.exp(-margin)</translation>
    </message>
    <message>
        <source>what boosting makes small</source>
        <translation>提升法（boosting）要减小的量</translation>
    </message>
    <message>
        <source>torchvision.ops.sigmoid_focal_loss(…, alpha=-1, gamma=2)</source>
        <translation>torchvision.ops.sigmoid_focal_loss(…, alpha=-1, gamma=2)</translation>
    </message>
    <message>
        <source>also weighs the classes, by alpha</source>
        <translation>还用 alpha 给类别加权</translation>
    </message>
    <message>
        <source>0-1</source>
        <translation>0-1</translation>
    </message>
    <message>
        <source>To judge a finished classifier: its mean is the share of errors, 1 − accuracy. Not to train one. A score of exactly 0 decides for neither class and counts as an error here.</source>
        <translation>用来评判训练好的分类器：平均值就是错误率，即 1 − 准确率。不能用来训练。得分恰好为 0 时不判给任何类别，这里算作错误。</translation>
    </message>
    <message>
        <source>Flat on both sides of the jump: the gradient is 0 everywhere, so it tells no parameter which way to go. That is why every other loss here exists.</source>
        <translation>跳变两侧都是平的：梯度处处为 0，不能告诉任何参数该往哪里走。正因如此，才有了其他这些损失。</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>For one sample of a regression, where the label is a number and twice the distance is four times as bad. Its mean is the MSE, its sum the SSE.</source>
        <translation>用于回归的单个样本：标签是数，距离加倍则代价变为四倍。平均值是 MSE，总和是 SSE。</translation>
    </message>
    <message>
        <source>Over the residual it is a straight line: the further off, the stronger the pull. Behind a sigmoid it is not: over the margin the pull fades exactly where the model is surely wrong.</source>
        <translation>对残差来说梯度是一条直线：偏得越远，拉力越大。放在 sigmoid 之后就不同了：在间隔轴上，恰恰在模型自信地判错时，拉力消失。</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>Mean squared error: the usual loss of regression. It does not grow with the number of samples, so that the same learning rate serves for small and large batches. For a classifier take a cross-entropy.</source>
        <translation>均方误差：回归常用的损失。它不随样本数增长，所以同一学习率适用于大小批次。分类请用交叉熵。</translation>
    </message>
    <message>
        <source>After a sigmoid its slope carries the factor σ(m)(1 − σ(m)), which dies on both sides: a sample that is surely wrong hardly pulls, and the loss is not convex in the weights.</source>
        <translation>在 sigmoid 之后，它的斜率带有因子 σ(m)(1 − σ(m))，两侧都趋于 0：自信判错的样本几乎没有拉力，而且损失对权重不是凸的。</translation>
    </message>
    <message>
        <source>SSE</source>
        <translation>SSE</translation>
    </message>
    <message>
        <source>Sum of squared errors: in statistics, and where every sample is to count in full. It has its minimum where the MSE has it.</source>
        <translation>误差平方和：用于统计，以及每个样本都要足额计入的场合。它与 MSE 的最小值在同一处。</translation>
    </message>
    <message>
        <source>n times the slope of the MSE: twice the samples are twice the step, so the learning rate has to follow the batch size.</source>
        <translation>斜率是 MSE 的 n 倍：样本加倍，步长也加倍，所以学习率要随批次大小调整。</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Mean absolute error (also MAD): for regression with wild outliers, which it does not let rule. Its best constant is the median, that of the MSE the mean. It is in the unit of the label.</source>
        <translation>平均绝对误差（也叫 MAD）：用于有极端离群值的回归，不会被离群值左右。它的最佳常数是中位数，而 MSE 的是平均数。单位与标签相同。</translation>
    </message>
    <message>
        <source>Over the residual it is −1 or 1, however far off: steady against outliers, but as strong a hair’s breadth from the goal as a mile away, so steps of a fixed size overshoot there.</source>
        <translation>对残差来说斜率是 −1 或 1，与距离无关：不怕离群值，但离目标只差一丝时也同样用力，所以固定步长会在目标两侧来回越过。</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Root mean squared error: to report a regression in the unit of its label. It ranks models as the MSE does. Of a single sample it is the absolute error.</source>
        <translation>均方根误差：用标签的单位报告回归结果。对模型的排序与 MSE 相同。单个样本时就是绝对误差。</translation>
    </message>
    <message>
        <source>The slope of the MSE divided by 2 RMSE: the direction is the same, only the length of the step differs, and at 0 there is none. So the MSE is trained, and the RMSE is reported.</source>
        <translation>等于 MSE 的斜率除以 2 RMSE：方向相同，只是步长不同，而在 0 处没有斜率。所以训练用 MSE，报告用 RMSE。</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>For regression with some outliers: squared near the goal, absolute far from it. δ says from where on a residual counts as far.</source>
        <translation>用于有一些离群值的回归：靠近目标时是平方，远离目标时是绝对值。δ 决定残差从多大起算远。</translation>
    </message>
    <message>
        <source>Grows with the residual up to δ and no further: it comes to rest at the goal like the squared error, and an outlier pulls no harder than δ.</source>
        <translation>随残差增大，到 δ 为止：像平方误差那样能在目标处停下，而离群值的拉力不超过 δ。</translation>
    </message>
    <message>
        <source>Log loss (BCE)</source>
        <translation>对数损失（BCE）</translation>
    </message>
    <message>
        <source>Binary cross-entropy, for two classes and a model that gives a probability: minus the logarithm of what it gave to the true class. It is the negative log-likelihood of the labels.</source>
        <translation>二元交叉熵，用于两个类别、模型给出概率的情形：真实类别的概率取负对数。它就是标签的负对数似然。</translation>
    </message>
    <message>
        <source>Over p it is −1/p: the less was given to the truth, the harder the pull. Over the margin that becomes −(1 − σ(m)): nearly −1 where the model is surely wrong, nearly 0 where it is right.</source>
        <translation>对 p 来说是 −1/p：真实类别的概率越小，梯度越大。对间隔来说则是 −(1 − σ(m))：模型自信地判错时接近 −1，判对时接近 0。</translation>
    </message>
    <message>
        <source>Sigmoid CE</source>
        <translation>Sigmoid 交叉熵</translation>
    </message>
    <message>
        <source>The log loss straight from the score z, with the sigmoid inside: for two classes, or for labels that do not exclude each other. Take it rather than a sigmoid and then the log loss: it cannot overflow.</source>
        <translation>直接由得分 z 计算的对数损失，内含 sigmoid：用于两个类别，或互不排斥的标签。应该用它，而不是先算 sigmoid 再取对数损失：它不会溢出。</translation>
    </message>
    <message>
        <source>With respect to the score it is σ(z) − y, prediction minus label: never larger than 1, never lost where the model is wrong, and the loss is convex in the score.</source>
        <translation>对得分来说是 σ(z) − y，即预测减标签：绝不超过 1，模型判错时也不会消失，而且损失对得分是凸的。</translation>
    </message>
    <message>
        <source>Weighted sigmoid CE</source>
        <translation>加权 Sigmoid 交叉熵</translation>
    </message>
    <message>
        <source>When positive samples are rare, or missing one is worse than a false alarm: each counts w times (pos_weight). w above 1 finds more of them, and raises more false alarms. The curves over m and p are those of a positive sample.</source>
        <translation>用于正样本稀少，或漏报比误报更糟的情形：每个正样本算作 w 个（pos_weight）。w 大于 1 会找到更多正样本，也会带来更多误报。m 和 p 上的曲线是正样本的。</translation>
    </message>
    <message>
        <source>w times that of the log loss for positive samples, unchanged for the others: over the residual, left and right are no longer alike. The log-odds that come out are shifted by ln w.</source>
        <translation>正样本的斜率是对数损失的 w 倍，其他样本不变：在残差轴上左右不再对称。得到的对数几率平移 ln w。</translation>
    </message>
    <message>
        <source>Softmax CE</source>
        <translation>Softmax 交叉熵</translation>
    </message>
    <message>
        <source>For classes that exclude each other, from their scores, with the softmax inside: labels are one-hot or soft. With two classes of scores 0 and z it is the sigmoid cross-entropy, and so it is drawn here.</source>
        <translation>用于互斥的类别，由得分计算，内含 softmax：标签可以是独热标签或软标签。两个类别、得分为 0 和 z 时就是 sigmoid 交叉熵，这里画的就是这种情形。</translation>
    </message>
    <message>
        <source>With respect to each score it is p − y: each wrong class is pushed down as far as it got probability, the true one is pulled up by what it lacks.</source>
        <translation>对每个得分是 p − y：每个错误类别得到多少概率，就被往下推多少；真实类别缺多少，就被往上拉多少。</translation>
    </message>
    <message>
        <source>Sparse CE</source>
        <translation>稀疏交叉熵</translation>
    </message>
    <message>
        <source>The softmax cross-entropy with the label as an index c, not a row of zeros and a 1: the same number, less memory. The index has to be a whole number; soft labels need the other form.</source>
        <translation>标签是编号 c，而不是一行 0 和一个 1 的 softmax 交叉熵：数值相同，内存更少。编号必须是整数；软标签要用另一种形式。</translation>
    </message>
    <message>
        <source>That of the softmax cross-entropy: p − y, with a 1 in y at place c.</source>
        <translation>与 softmax 交叉熵相同：p − y，其中 y 在第 c 位为 1。</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>合页损失（Hinge）</translation>
    </message>
    <message>
        <source>For support vector machines: a classifier with a safe distance that need not give probabilities.</source>
        <translation>用于支持向量机：要求留有安全距离的分类器，不必给出概率。</translation>
    </message>
    <message>
        <source>−1 up to the margin 1 and 0 beyond: samples that are safely right no longer pull, so that a few of them carry the whole solution.</source>
        <translation>间隔小于 1 时是 −1，之后是 0：稳妥判对的样本不再有拉力，于是整个解由少数样本决定。</translation>
    </message>
    <message>
        <source>Squared hinge</source>
        <translation>平方合页损失</translation>
    </message>
    <message>
        <source>A support vector machine that is smooth at the margin and harder on what is far on the wrong side.</source>
        <translation>在间隔处光滑的支持向量机，对远在错误一侧的样本更严厉。</translation>
    </message>
    <message>
        <source>Runs straight to 0 at the margin 1, without the hinge’s jump; far on the wrong side one outlier can outweigh all others.</source>
        <translation>在间隔 1 处连续地降到 0，没有合页损失的跳变；远在错误一侧时，一个离群值可能压过其他所有样本。</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数损失</translation>
    </message>
    <message>
        <source>Where AdaBoost comes from. Only for labels that can be trusted: a wrong one costs dearly.</source>
        <translation>AdaBoost 由它而来。只适合可信的标签：一个错误标签就会带来很大的代价。</translation>
    </message>
    <message>
        <source>As large as the loss itself, without bound: the sample that is most wrong rules. It is the weight by which AdaBoost counts each sample.</source>
        <translation>与损失本身一样大，没有上界：错得最厉害的样本起主导作用。AdaBoost 就用它作为每个样本的权重。</translation>
    </message>
    <message>
        <source>Focal</source>
        <translation>焦点损失（Focal）</translation>
    </message>
    <message>
        <source>For detection, with thousands of easy samples to a hard one: what is right already counts almost nothing. Here with its usual exponent 2 and without class weights (Lin et al. 2017, equation 4).</source>
        <translation>用于目标检测：成千上万个容易样本中才有一个难样本，已经判对的几乎不计。这里用常用的指数 2，不加类别权重（Lin et al. 2017，公式 4）。</translation>
    </message>
    <message>
        <source>About that of the log loss where the model is wrong; much smaller where it is right, so that many easy samples do not drown the hard ones.</source>
        <translation>模型错时与对数损失大致相同，判对时小得多，于是大量容易样本不会淹没难样本。</translation>
    </message>
    <message>
        <source>Squared, raw score</source>
        <translation>原始得分的平方误差</translation>
    </message>
    <message>
        <source>The straight line through labels −1 and 1, without a sigmoid: solved in one step, but no probability, and not made for classes.</source>
        <translation>穿过标签 −1 和 1 的直线，没有 sigmoid：一步就能解出，但给出的不是概率，也不是为分类设计的。</translation>
    </message>
    <message>
        <source>Turns round at the margin 1: a sample that is right beyond doubt is pulled back. That is how far, correct points tilt the line.</source>
        <translation>在间隔 1 处掉头：毫无疑问判对的样本又被拉回来。远处判对的点就是这样使直线倾斜的。</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Go to the panel {panel} of the page {page}.</source>
        <translation>转到“{page}”页的面板“{panel}”。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Choose {preset} on the page {page}.</source>
        <translation>在“{page}”页选择“{preset}”。</translation>
    </message>
</context>
<context>
    <name>presentation</name>
    <message>
        <source>{first} + {second}</source>
        <translation>{first} + {second}</translation>
    </message>
</context>
<context>
    <name>refused numbers</name>
    <message>
        <source>“{typed}” was not taken: here goes a number from {lowest} to {highest}. The last one stays.</source>
        <translation>“{typed}”无效：这里应为 {lowest} 到 {highest} 的数。保留上一个数。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空白</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>训练结果</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>制作环境</translation>
    </message>
    <message>
        <source>Written by lossviz on {date}.</source>
        <translation>由 lossviz 于 {date} 写成。</translation>
    </message>
    <message>
        <source>Of the {count} runs that reached their end, “{best}” reads most test digits right ({highest}) and “{worst}” fewest ({lowest}).</source>
        <translation>在完成的 {count} 次训练中，“{best}”的测试准确率最高（{highest}），“{worst}”最低（{lowest}）。</translation>
    </message>
    <message>
        <source>Lines: the batches that were trained on, each point the mean of the last {count}. Dots: the whole validation part. Different losses are not comparable by their numbers, so each has its own axis; accuracy is comparable.</source>
        <translation>线：训练所用的批次，每个点是最近 {count} 个的平均。圆点：整个验证集。不同损失的数值不能互相比较，所以各用各的轴；准确率可以比较。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Best validation accuracy</source>
        <translation>最高验证准确率</translation>
    </message>
    <message>
        <source>… at step</source>
        <translation>出现在第几步</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>{steps}, diverged</source>
        <translation>{steps}，已发散</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>learning rate changed</source>
        <translation>学习率改变</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Rows in which the runs differ are marked.</source>
        <translation>各次训练不同的行有标记。</translation>
    </message>
    <message>
        <source>{rate} after step {step}</source>
        <translation>第 {step} 步之后为 {rate}</translation>
    </message>
    <message>
        <source>The SHA-256 tells the data apart: equal data, equal beginnings.</source>
        <translation>SHA-256 用来区分数据：数据相同，开头几位就相同。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Loss: {kind}</source>
        <translation>损失：{kind}</translation>
    </message>
    <message>
        <source>{loss}, {averaging}</source>
        <translation>{loss}，{averaging}</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>{values} (log scale)</source>
        <translation>{values}（对数刻度）</translation>
    </message>
    <message>
        <source>step (batches)</source>
        <translation>步（批次）</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>loss over classes</source>
        <translation>多类别平均方式</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>first weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>built-in digits added</source>
        <translation>加入的内置数字</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>memory ran out after step {step}: batches in two halves</source>
        <translation>第 {step} 步之后内存用尽：批次分成两半</translation>
    </message>
    <message>
        <source>memory ran out after step {step}: on the CPU</source>
        <translation>第 {step} 步之后内存用尽：改用 CPU</translation>
    </message>
    <message>
        <source>trained on {data}</source>
        <translation>训练数据：{data}</translation>
    </message>
</context>
<context>
    <name>scenarios</name>
    <message>
        <source>tumour size</source>
        <translation>肿瘤大小</translation>
    </message>
    <message>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>良性</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>恶性</translation>
    </message>
    <message>
        <source>water temperature</source>
        <translation>水温</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>°C</translation>
    </message>
    <message>
        <source>too cold</source>
        <translation>太冷</translation>
    </message>
    <message>
        <source>too warm</source>
        <translation>太热</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>epoch {number}</source>
        <translation>轮次 {number}</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>第 {number} 步</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>&amp;Undo: Fit</source>
        <translation>撤销：拟合(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: Softmax</source>
        <translation>撤销：Softmax(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: Losses</source>
        <translation>撤销：损失(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: Overfit</source>
        <translation>撤销：过拟合(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: MNIST</source>
        <translation>撤销：MNIST(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: Fit</source>
        <translation>重做：拟合(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: Softmax</source>
        <translation>重做：Softmax(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: Losses</source>
        <translation>重做：损失(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: Overfit</source>
        <translation>重做：过拟合(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: MNIST</source>
        <translation>重做：MNIST(&amp;R)</translation>
    </message>
</context>
<context>
    <name>variants</name>
    <message>
        <source>Course question</source>
        <translation>本课程的问题</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Softmax once or twice</source>
        <translation>一次或两次 softmax</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>学习率 {rate}</translation>
    </message>
    <message>
        <source>images {count}</source>
        <translation>{count} 张图像</translation>
    </message>
    <message>
        <source>batches of {count}</source>
        <translation>每批 {count} 张</translation>
    </message>
    <message>
        <source>epochs {count}</source>
        <translation>{count} 个轮次</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>inputs {scaling}</source>
        <translation>输入：{scaling}</translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>{best} reads {best_accuracy} of the {images} test digits right, {margin} percentage points more than the next, {second} ({second_accuracy}). That is one seed; more seeds would tell how much of it is chance.</source>
        <translation>“{best}”在 {images} 个测试数字上的准确率为 {best_accuracy}，比第二名“{second}”（{second_accuracy}）高 {margin} 个百分点。这只是一个种子的结果；用更多种子才能看出其中有多少是偶然。</translation>
    </message>
    <message>
        <source>No clear winner: {best} reads {best_accuracy} of the {images} test digits right, {second} {second_accuracy}. With so many digits a difference of up to {chance} percentage points can be chance. That is one seed.</source>
        <translation>没有明显的胜者：在 {images} 个测试数字上，“{best}”的准确率为 {best_accuracy}，“{second}”为 {second_accuracy}。以这样的测试数量，{chance} 个百分点以内的差别可能只是偶然。这只是一个种子的结果。</translation>
    </message>
    <message>
        <source>So far {best} is ahead: it reads {best_accuracy} of the {images} validation digits right, {margin} percentage points more than the next, {second} ({second_accuracy}).</source>
        <translation>目前“{best}”领先：在 {images} 个验证数字上的准确率为 {best_accuracy}，比第二名“{second}”（{second_accuracy}）高 {margin} 个百分点。</translation>
    </message>
    <message>
        <source>So far nobody is clearly ahead: {best} reads {best_accuracy} of the {images} validation digits right, {second} {second_accuracy}.</source>
        <translation>目前没有谁明显领先：在 {images} 个验证数字上，“{best}”的准确率为 {best_accuracy}，“{second}”为 {second_accuracy}。</translation>
    </message>
    <message>
        <source>Over {seeds} seeds {best} reads the most of the {images} test digits right: {best_accuracy} on average ({best_range}), {margin} percentage points more than the next, {second} ({second_accuracy}; {second_range}). Even its worst seed is better than the best one of any other variant.</source>
        <translation>在 {seeds} 个种子上，“{best}”对 {images} 个测试数字的准确率最高：平均 {best_accuracy}（{best_range}），比第二名“{second}”（{second_accuracy}；{second_range}）高 {margin} 个百分点。它最差的种子也好于其他任何变体最好的种子。</translation>
    </message>
    <message>
        <source>No clear winner over {seeds} seeds: {best} reads {best_accuracy} of the test digits right on average ({best_range}), {second} {second_accuracy} ({second_range}), and these ranges overlap.</source>
        <translation>{seeds} 个种子没有分出明显的胜者：“{best}”的平均测试准确率为 {best_accuracy}（{best_range}），“{second}”为 {second_accuracy}（{second_range}），两个范围有重叠。</translation>
    </message>
    <message>
        <source>Every variant diverged, so there is nothing to compare.</source>
        <translation>所有变体都发散了，无法比较。</translation>
    </message>
    <message>
        <source>Only {best} came through: it reads {best_accuracy} of the digits right. The rest diverged.</source>
        <translation>只有“{best}”坚持到底：准确率为 {best_accuracy}。其余都发散了。</translation>
    </message>
    <message>
        <source>{name} diverged: its numbers left all bounds.</source>
        <translation>“{name}”发散了：数值已失控。</translation>
    </message>
    <message>
        <source>{name} diverged in {count} of {seeds} seeds.</source>
        <translation>“{name}”在 {seeds} 个种子中有 {count} 个发散。</translation>
    </message>
    <message>
        <source>The losses themselves cannot be compared with each other: each is measured in units of its own, so a smaller number proves nothing.</source>
        <translation>不同的损失不能直接比较：每种损失有自己的单位，数值更小说明不了什么。</translation>
    </message>
</context>
</TS>
